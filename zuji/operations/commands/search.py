"""`zuji search`: put queries to documents of a file, with the index and the ranking of the pages."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.search.findable import index_row
from zuji.search.index import Index
from zuji.search.ranking import ranked

HELP = "search the documents of a file, to measure how well it finds"
MOST = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--docs", required=True, type=Path, help='JSON lines {"id", "body"[, "title"]}')
    parser.add_argument("--queries", required=True, type=Path, help='JSON lines {"id", "q"}')
    parser.add_argument("--out", required=True, type=Path, help="JSON: for each query the ids of ten documents")


def run(options: argparse.Namespace) -> int:
    """Write the ten best documents of each query; nothing is kept in the database."""
    documents = list(_lines(options.docs, "body"))
    queries = list(_lines(options.queries, "q"))
    with transaction.atomic():
        index = Index("search_trial", is_temporary=True)
        index.create()
        index.add(
            index_row(number, str(each.get("title") or ""), each["body"]) for number, each in enumerate(documents, 1)
        )
        found = {
            each["id"]: [documents[number - 1]["id"] for number in ranked(index, each["q"])[:MOST]] for each in queries
        }
        index.drop()
    _write(options.out, found)
    return 0


def _lines(path: Path, text: str) -> Iterator[dict[str, Any]]:
    try:
        content = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ZujiError(_("%(path)s cannot be read: %(why)s") % {"path": path, "why": error}) from error
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            yield _line(line, text, place=f"{path}:{number}")


def _line(line: str, text: str, *, place: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
        is_right = isinstance(found[text], str) and isinstance(found["id"], str)
    except (ValueError, KeyError, TypeError, IndexError):
        is_right = False
    if not is_right:
        raise ZujiError(_("%(place)s is not a JSON object with “id” and “%(text)s”.") % {"place": place, "text": text})
    return dict(found)


def _write(path: Path, found: dict[str, list[str]]) -> None:
    try:
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise ZujiError(_("%(path)s cannot be written: %(why)s") % {"path": path, "why": error}) from error
