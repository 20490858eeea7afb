"""Reads of 查重: the texts that are like one that is about to be sent."""

from collections.abc import Collection
from dataclasses import dataclass

from zuji.duplicates.models import KnownText
from zuji.foundation.wording import plain

SHINGLE = 3
DUPLICATE, SAME_MATTER = 0.6, 0.3


@dataclass(frozen=True)
class Match:
    """A text like the one in question. `score` 0 to 1; `verdict` is "exact", "duplicate" or "same_matter" (并案)."""

    about: str
    organization_id: int
    score: float
    verdict: str


def texts_like(text: str, *, organizations: Collection[int], without: str = "") -> list[Match]:
    """Give the known texts of these organizations that are like a text, the likest first, at most ten.

    Takes: `without`, the reference of the record itself.
    """
    mine = _shingles(text)
    found = []
    for known in KnownText.objects.filter(organization__in=organizations).exclude(about=without):
        theirs = _shingles(known.body)
        score = len(mine & theirs) / (len(mine | theirs) or 1)
        if score >= SAME_MATTER:
            verdict = "exact" if mine == theirs else "duplicate" if score >= DUPLICATE else "same_matter"
            found.append(Match(known.about, known.organization_id, score, verdict))
    return sorted(found, key=lambda match: -match.score)[:10]


def _shingles(text: str) -> set[str]:
    words = plain(text).replace(" ", "")
    return {words[at : at + SHINGLE] for at in range(max(1, len(words) - SHINGLE + 1))}
