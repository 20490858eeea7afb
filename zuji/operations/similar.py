"""Pairs of texts in files, judged by 查重, and how well the judgement agrees with labels where there are some."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from zuji.duplicates.likeness import Likeness, Reading, compare
from zuji.foundation.errors import ZujiError

TEXT_FIELDS = ("body", "text")
DUPLICATE = "duplicate"


@dataclass(frozen=True)
class Quality:
    """How a track's judgements agree with its labels; what cannot be said of it is None."""

    track: str
    pairs: int
    precision: float | None
    recall: float | None
    f1: float | None
    auc: float | None


def texts_of(path: Path) -> dict[str, str]:
    """Read texts from a file of lines {"id", "body" or "text"}."""
    texts: dict[str, str] = {}
    for number, line in lines_of(path):
        text = next((line[name] for name in TEXT_FIELDS if isinstance(line.get(name), str)), None)
        if "id" not in line or text is None:
            raise ZujiError(_broken(path, number, _("it needs “id” and “body” (or “text”)")))
        texts[str(line["id"])] = text
    return texts


def pairs_of(path: Path, texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """Read pairs from a file of lines {"pair", "a", "b"}; each must name texts that there are."""
    pairs = []
    for number, line in lines_of(path):
        if not {"pair", "a", "b"} <= line.keys():
            raise ZujiError(_broken(path, number, _("it needs “pair”, “a” and “b”")))
        for side in ("a", "b"):
            if str(line[side]) not in texts:
                raise ZujiError(_broken(path, number, _("there is no text “%(id)s”") % {"id": line[side]}))
        pairs.append(line)
    return pairs


def judged(pairs: Sequence[Mapping[str, Any]], texts: Mapping[str, str]) -> dict[str, Likeness]:
    """Compare the two texts of each pair."""
    reading = lru_cache(maxsize=4096)(lambda name: Reading.of(texts[name]))
    return {str(pair["pair"]): compare(reading(str(pair["a"])), reading(str(pair["b"]))) for pair in pairs}


def qualities(pairs: Sequence[Mapping[str, Any]], found: Mapping[str, Likeness]) -> Iterator[Quality]:
    """Measure the judgements of each track whose pairs have a label."""
    labelled = [pair for pair in pairs if "label" in pair]
    for track in sorted({str(pair.get("track", "")) for pair in labelled}):
        mine = [pair for pair in labelled if str(pair.get("track", "")) == track]
        yield _quality(track, [(found[str(pair["pair"])], pair["label"] == DUPLICATE) for pair in mine])


def lines_of(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read a file of one JSON object a line, with the number of each line; empty lines say nothing."""
    try:
        content = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ZujiError(_("The file %(path)s cannot be read: %(why)s") % {"path": path, "why": error}) from error
    for number, words in enumerate(content.split("\n"), start=1):
        if not words.strip():
            continue
        try:
            line = json.loads(words)
        except ValueError as error:
            raise ZujiError(_broken(path, number, _("it is not JSON"))) from error
        if not isinstance(line, dict):
            raise ZujiError(_broken(path, number, _("it is not an object in braces")))
        yield number, line


def _broken(path: Path, number: int, why: str) -> str:
    return _("%(path)s, line %(number)s: %(why)s.") % {"path": path, "number": number, "why": why}


def _quality(track: str, judgements: Sequence[tuple[Likeness, bool]]) -> Quality:
    told = sum(likeness.is_duplicate for likeness, _is in judgements)
    right = sum(likeness.is_duplicate and is_duplicate for likeness, is_duplicate in judgements)
    meant = sum(is_duplicate for _likeness, is_duplicate in judgements)
    precision, recall = right / told if told else None, right / meant if meant else None
    f1 = 2 * right / (told + meant) if told + meant else None
    return Quality(track, len(judgements), precision, recall, f1, _auc(judgements))


def _auc(judgements: Sequence[tuple[Likeness, bool]]) -> float | None:
    """The chance that a pair labelled a duplicate is found liker than one that is not."""
    yes = [likeness.score for likeness, is_duplicate in judgements if is_duplicate]
    no = [likeness.score for likeness, is_duplicate in judgements if not is_duplicate]
    if not yes or not no:
        return None
    return sum((one > other) + (one == other) / 2 for one in yes for other in no) / (len(yes) * len(no))
