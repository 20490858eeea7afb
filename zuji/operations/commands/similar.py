"""`zuji similar`: which pairs of texts say the same, judged as 查重 judges."""

import argparse
import json
from pathlib import Path

from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.operations.similar import judged, pairs_of, texts_of

HELP = "say which pairs of texts say the same, as 查重 does"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--docs", required=True, type=Path, help='file of lines {"id", "body"}')
    parser.add_argument("--pairs", required=True, type=Path, help='file of lines {"pair", "a", "b"}')
    parser.add_argument("--out", required=True, type=Path, help="JSON file to write")


def run(options: argparse.Namespace) -> int:
    """Write for each pair how like its texts are, and whether one was made from the other."""
    texts = texts_of(options.docs)
    found = judged(pairs_of(options.pairs, texts), texts)
    answers = {
        pair: {"score": round(likeness.score, 6), "duplicate": likeness.is_duplicate}
        for pair, likeness in found.items()
    }
    try:
        options.out.write_text(json.dumps(answers, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        sentence = _("The file %(path)s cannot be written: %(why)s")
        raise ZujiError(sentence % {"path": options.out, "why": error}) from error
    duplicates = sum(likeness.is_duplicate for likeness in found.values())
    print(_("%(pairs)s pairs compared, %(duplicates)s duplicates.") % {"pairs": len(found), "duplicates": duplicates})
    return 0
