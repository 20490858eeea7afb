"""How like two texts are, and why: the passages they share, and the names that differ. Text in, figures out."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from zuji.duplicates.names import names_in, unlike_names
from zuji.foundation.wording import plain

SHINGLE = 5
"""Letters in a row that make a passage."""
WHOLE = 12
"""A passage of so many letters counts entirely; shorter ones are often the trade's phrases and count for less."""
DUPLICATE, SAME_MATTER = 0.5, 0.2
GAP = 24
"""Where passages lie so near in both texts, what stands between them is one text's word for the other's."""
MOST_STARTS = 8
"""A shingle said again and again is looked for where it stood first, so that a drone costs no more than a text."""
SLIGHT = 0.1
"""Names that weigh no more are not told: a count or a date that went on."""
FEW = 30
"""A text of fewer letters is contained in many a long one by chance."""


@dataclass(frozen=True)
class Passage:
    """Letters that both texts have: where they begin in each, and how many they are."""

    mine: int
    theirs: int
    length: int


@dataclass(frozen=True)
class Likeness:
    """How like two texts are. `score` is 0 to 1; `unlike` are the names one has where the other has another one."""

    score: float
    is_exact: bool
    passages: tuple[str, ...] = ()
    unlike: tuple[tuple[str, str], ...] = ()

    @property
    def is_duplicate(self) -> bool:
        """Whether one text was made from the other."""
        return self.score >= DUPLICATE

    @property
    def verdict(self) -> str:
        """`exact`, `duplicate`, `same_matter` (a candidate for 并案) or `different`."""
        if self.is_exact:
            return "exact"
        if self.is_duplicate:
            return "duplicate"
        return "same_matter" if self.score >= SAME_MATTER and not self.unlike else "different"


class Reading:
    """A text made ready to be compared with many; takes what `letters_of` gives."""

    def __init__(self, letters: str) -> None:
        self.letters = letters

    @classmethod
    def of(cls, text: str) -> "Reading":
        """Read a text as it was written."""
        return cls(letters_of(text))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each shingle stands."""
        found: dict[str, list[int]] = {}
        for at in range(len(self.letters) - SHINGLE + 1):
            found.setdefault(self.letters[at : at + SHINGLE], []).append(at)
        return found

    def shares(self, other: "Reading") -> tuple[float, float]:
        """Give the share of each text's letters that stand in passages of the other, wherever they stand there.

        Made for one text beside many: of the other nothing is kept, and of this one only what both have is looked at.
        """
        letters, mine = other.letters, self.places
        there = [at for at in range(len(letters) - SHINGLE + 1) if letters[at : at + SHINGLE] in mine]
        both = {letters[at : at + SHINGLE] for at in there}
        here = sorted(at for shingle in both for at in mine[shingle])
        return _share(here, len(self.letters)), _share(there, len(letters))


def letters_of(text: str) -> str:
    """Give what of a text is compared: letters and figures in one writing, without marks and spaces."""
    return "".join(filter(str.isalnum, plain(text)))


def compare(mine: Reading, theirs: Reading) -> Likeness:
    """Say how like two texts are, and why."""
    if not mine.letters or not theirs.letters:
        return Likeness(0.0, is_exact=False)
    if mine.letters == theirs.letters:
        return Likeness(1.0, is_exact=True, passages=(mine.letters,))
    shares = mine.shares(theirs)
    contained = 0.7 if min(len(mine.letters), len(theirs.letters)) >= FEW else 0.35
    score = contained * max(shares) + (1 - contained) * min(shares)
    if score < SAME_MATTER:
        return Likeness(score, is_exact=False)
    passages = passages_of(mine, theirs)
    clashes = _clashes(mine, theirs, passages)
    score *= 1 - _clash(clashes, mine, passages)
    longest = sorted(passages, key=lambda passage: -passage.length)[:3]
    return Likeness(
        min(score, 0.999),
        is_exact=False,
        passages=tuple(mine.letters[passage.mine : passage.mine + passage.length] for passage in longest),
        unlike=tuple(pair for pair, weight in clashes.items() if weight > SLIGHT),
    )


def _share(places: list[int], letters: int) -> float:
    """Give how much of so many letters the shingles cover that begin at these places, rising."""
    total, start, end = 0.0, 0, 0
    for at in places:
        if at >= end:
            total += _substance(end - start)
            start = at
        end = at + SHINGLE
    return (total + _substance(end - start)) / letters


def _substance(length: int) -> float:
    return length * min(1.0, length / WHOLE)


def _clash(clashes: dict[tuple[str, str], float], mine: Reading, passages: list[Passage]) -> float:
    if not clashes:
        return 0
    weight = sum(clashes.values())
    agreed: set[str] = set()
    for passage in passages:
        agreed |= names_in(mine.letters[passage.mine : passage.mine + passage.length])
    return min(0.7, 1.4 * weight / (weight + len(agreed) / 10))


def passages_of(mine: Reading, theirs: Reading) -> list[Passage]:
    """Find the passages that both have, in the order of the first; each is as long as it can be."""
    a, b, places = mine.letters, theirs.letters, theirs.places
    found: list[Passage] = []
    at = expected = 0
    while at <= len(a) - SHINGLE:
        starts = places.get(a[at : at + SHINGLE])
        if not starts:
            at += 1
            continue
        start, length = max(((start, _run(a, at, b, start)) for start in _near(starts, expected)), key=lambda x: x[1])
        found.append(Passage(at, start, length))
        at += length
        expected = start + length
    return found


def _near(starts: list[int], expected: int) -> list[int]:
    """Give the few places nearest to the expected one, of the first eight."""
    if len(starts) == 1:
        return starts
    return sorted(starts[:MOST_STARTS], key=lambda start: abs(start - expected))[:4]


def _run(a: str, at: int, b: str, start: int) -> int:
    length, most = SHINGLE, min(len(a) - at, len(b) - start)
    step = 64
    while step:
        if length + step <= most and a[at + length : at + length + step] == b[start + length : start + length + step]:
            length += step
        else:
            step //= 2
    return length


def _clashes(mine: Reading, theirs: Reading, passages: list[Passage]) -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    a, b = mine.letters, theirs.letters
    for from_a, to_a, from_b, to_b in _spots(a, b, passages):
        here, there, after_a, after_b = a[from_a:to_a], b[from_b:to_b], a[to_a : to_a + 4], b[to_b : to_b + 4]
        weight = unlike_names(here, there, after_a, after_b)
        if weight and not _says(b, here + after_a[:1]) and not _says(a, there + after_b[:1]):
            again = found.get((here, there), 0)
            found[here, there] = min(again + weight / 2, 2 * weight) if again else weight
    return found


def _says(letters: str, words: str) -> bool:
    """Whether letters have words, as a whole where they begin with a figure or a code."""
    at = letters.find(words)
    while at > 0 and words[0].isascii() and letters[at - 1].isascii():
        at = letters.find(words, at + 1)
    return at >= 0


def _spots(a: str, b: str, passages: list[Passage]) -> Iterator[tuple[int, int, int, int]]:
    at_a = at_b = 0
    for passage in [*passages, Passage(len(a), len(b), 0)]:
        if 0 <= passage.theirs - at_b <= GAP and passage.mine - at_a <= GAP:
            for spot in _replaced(a[at_a : passage.mine], b[at_b : passage.theirs]):
                yield _whole_figures(a, b, (at_a + spot[0], at_a + spot[1], at_b + spot[2], at_b + spot[3]))
        at_a, at_b = passage.mine + passage.length, passage.theirs + passage.length


def _replaced(here: str, there: str) -> Iterator[tuple[int, int, int, int]]:
    if not here or not there:
        yield 0, len(here), 0, len(there)
        return
    at_a = at_b = 0
    for block in SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks():
        is_edge = block.a == block.b == 0 or (block.a + 1, block.b + 1) == (len(here), len(there))
        if block.size == 1 and not is_edge:
            continue
        if block.a > at_a or block.b > at_b:
            yield at_a, block.a, at_b, block.b
        at_a, at_b = block.a + block.size, block.b + block.size


def _whole_figures(a: str, b: str, spot: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """Widen a spot to whole numbers and codes: 13 is not 3 with a one before it."""
    from_a, to_a, from_b, to_b = spot
    while from_a and from_b and a[from_a - 1] == b[from_b - 1] and _splits(a, from_a, b, from_b):
        from_a, from_b = from_a - 1, from_b - 1
    while to_a < len(a) and to_b < len(b) and a[to_a] == b[to_b] and _splits(a, to_a, b, to_b):
        to_a, to_b = to_a + 1, to_b + 1
    return from_a, to_a, from_b, to_b


def _splits(a: str, at_a: int, b: str, at_b: int) -> bool:
    return (a[at_a - 1 : at_a + 1].isascii() and len(a) > at_a) or (b[at_b - 1 : at_b + 1].isascii() and len(b) > at_b)
