"""Reads of 查重: the texts that are like one that is about to be sent."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby
from operator import itemgetter

from django.db import connection

from zuji.duplicates.fingerprints import fingerprints_of
from zuji.duplicates.likeness import Reading, compare
from zuji.duplicates.models import KnownText, TextFingerprint

ASKED = 56
"""Fingerprints of the text in question that are looked up."""
ROWS = 60
"""Texts looked at for each; what more texts than these have is a phrase of the trade and says little."""
CANDIDATES = 50
LEAST = 4
"""Who shares less is not compared: one fingerprint that 15 texts have weighs as much, or four phrases of the trade."""
LETTERS = 150_000
"""Of all candidates together, so that a few very long ones cost no more than many short ones."""
GIVEN = 10
CHUNK = 500
NAMED_POOLS = 100
"""Of more organizations than these, the index is asked for all texts, and the rest is left out afterwards."""

Row = tuple[int, int]


@dataclass(frozen=True)
class Match:
    """A text like the one in question. `score` 0 to 1; `verdict` is "exact", "duplicate" or "same_matter" (并案).

    `passages` are the longest that both have, as they are compared: without marks and spaces. `unlike` are names that
    one has where the other has another.
    """

    about: str
    organization_id: int
    score: float
    verdict: str
    passages: tuple[str, ...] = field(default=())
    unlike: tuple[tuple[str, str], ...] = field(default=())


def texts_like(text: str, *, organizations: Collection[int], without: str = "") -> list[Match]:
    """Give the known texts of these organizations that are like a text, the likest first, at most ten.

    Two queries, and bounded work however many texts are known.
    Takes: `without`, the reference of the record itself.
    """
    mine = Reading.of(text)
    if not mine.letters or not organizations:
        return []
    found: list[Match] = []
    left = LETTERS
    for known in _candidates(mine.letters, organizations):
        if known.about == without:
            continue
        left -= len(known.letters)
        if left < 0 and found:
            break
        likeness = compare(mine, Reading(known.letters))
        if likeness.verdict != "different":
            found.append(
                Match(
                    known.about,
                    known.organization_id,
                    likeness.score,
                    likeness.verdict,
                    likeness.passages,
                    likeness.unlike,
                )
            )
    return sorted(found, key=lambda match: (-match.score, match.about))[:GIVEN]


def texts_with_other_fingerprints() -> Iterator[tuple[KnownText, set[int], set[int]]]:
    """Give each known text whose stored fingerprints are not those of its text: which lack, which are too many.

    Rows whose text is not known stand under a text without letters.
    """
    texts: Iterator[tuple[int, KnownText | Row]] = (
        (known.pk, known) for known in KnownText.objects.order_by("pk").iterator(CHUNK)
    )
    stored = TextFingerprint.objects.order_by("text_id").values_list("text_id", "pool", "fingerprint").iterator(CHUNK)
    rows: Iterator[tuple[int, KnownText | Row]] = (
        (text_id, (pool, fingerprint)) for text_id, pool, fingerprint in stored
    )
    for pk, of_one in groupby(merge(texts, rows, key=itemgetter(0)), key=itemgetter(0)):
        known = KnownText(pk=pk, about=f"#{pk}")
        kept: set[Row] = set()
        for _pk, each in of_one:
            if isinstance(each, KnownText):
                known = each
            else:
                kept.add(each)
        wanted = {(known.organization_id, fingerprint) for fingerprint in fingerprints_of(known.letters)}
        if wanted != kept:
            yield known, {each for _pool, each in wanted - kept}, {each for _pool, each in kept - wanted}


def _candidates(letters: str, organizations: Collection[int]) -> list[KnownText]:
    """Find the texts that share the most telling fingerprints; what fewer texts have tells more."""
    asked = fingerprints_of(letters)[: ASKED + 1]
    sharing: dict[int, list[int]] = defaultdict(list)
    for fingerprint, text_id in _rows(asked, organizations):
        sharing[fingerprint].append(text_id)
    weights: Counter[int] = Counter()
    for fingerprint, text_ids in sharing.items():
        for text_id in text_ids:
            weights[text_id] += ROWS if fingerprint < 0 else max(1, ROWS // len(text_ids))
    telling = [text_id for text_id, weight in weights.items() if weight >= LEAST]
    best = sorted(telling, key=lambda text_id: (-weights[text_id], text_id))[: CANDIDATES + 1]
    known = KnownText.objects.filter(pk__in=best, organization__in=organizations).in_bulk()
    return [known[text_id] for text_id in best if text_id in known]


def _rows(fingerprints: Collection[int], organizations: Collection[int]) -> list[tuple[int, int]]:
    """Look fingerprints up in one statement, each with a limit of its own, which the query builder cannot say."""
    is_named = len(organizations) <= NAMED_POOLS
    pools = f"AND pool IN ({', '.join(str(int(pk)) for pk in sorted(organizations))})" if is_named else ""
    most = ROWS if is_named else 4 * ROWS
    one = (
        f"SELECT * FROM (SELECT fingerprint, text_id FROM text_fingerprint WHERE fingerprint = %s {pools} LIMIT {most})"  # noqa: S608 - numbers of our own
    )
    statement = " UNION ALL ".join(f"{one} AS f{number}" for number in range(len(fingerprints)))
    with connection.cursor() as cursor:
        cursor.execute(statement, list(fingerprints))
        return list(cursor.fetchall())
