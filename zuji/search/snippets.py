"""A text as a result shows it: the stretch that answers best, in pieces, the found words told from the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby

from zuji.search.ranking import tokens_of_word
from zuji.search.words import folded

LONGEST_READ = 20_000


@dataclass(frozen=True)
class Piece:
    """A few letters, found or not. They are a user's: only a template may write them, which escapes them."""

    text: str
    is_found: bool


@lru_cache(maxsize=20_000)
def _letters(letter: str) -> str:
    return folded(letter)


def pieces(text: str, words: Sequence[str], *, length: int) -> list[Piece]:
    """Cut the stretch of `length` letters that holds most of the words out of a text, and mark them."""
    text = " ".join(text[:LONGEST_READ].split())
    marks = _marks(text, words)
    begin = _best(marks, length)
    end = begin + length
    cut = [
        Piece("".join(letter for letter, _found in some), bool(is_found))
        for is_found, some in groupby(zip(text[begin:end], marks[begin:end], strict=True), key=lambda each: each[1])
    ]
    before, after = [Piece("…", False)] * (begin > 0), [Piece("…", False)] * (end < len(text))
    return [*before, *cut, *after]


def _marks(text: str, words: Sequence[str]) -> list[int]:
    places = [(letter, at) for at, each in enumerate(text) for letter in _letters(each)]
    stream = "".join(letter for letter, _at in places)
    marks = [0] * len(text)
    for word in words:
        for part in [word] if word in stream else tokens_of_word(word):
            at = stream.find(part)
            while at >= 0:
                for place in range(places[at][1], places[at + len(part) - 1][1] + 1):
                    marks[place] = 1
                at = stream.find(part, at + 1)
    return marks


def _best(marks: list[int], length: int) -> int:
    """Find where the stretch with most marks begins, a little before its first one."""
    if len(marks) <= length or not any(marks):
        return 0
    sums = [0, *accumulate(marks)]
    most = max(range(len(marks) - length + 1), key=lambda at: (sums[at + length] - sums[at], -at))
    first = marks.index(1, most)
    return max(0, min(first - length // 5, len(marks) - length))
