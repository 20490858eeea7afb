"""A sentence as it was typed, and as the grammar sees it: same length, one width, so that every place can be named."""

import re
import unicodedata

from lark import Token

from zuji.kernel.language.errors import DutyError
from zuji.kernel.language.parts import Part

LONGEST = 600
"""Characters in a sentence; longer ones are refused unread."""

SHOWN_AT_MOST = 8
BLANKS = "\t\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u2060\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200E))
)
WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
SIGNS = str.maketrans("−–—‒―﹣/∕⁄≧⩾﹪﹢", "------÷÷÷≥≥%+")
SEPARATORS = str.maketrans(dict.fromkeys(BLANKS + ",;:。", " "))
WORD = re.compile(r"[^\s+\-÷()≥>=%、]+")


def one_width(source: str) -> str:
    """Write signs, digits, blanks and punctuation in one way, character for character."""
    return source.translate(WIDTHS).translate(SIGNS).translate(SEPARATORS)


class Sentence:
    """A sentence and where it begins in the whole text: makes the errors that name a place in it."""

    def __init__(self, source: str, line: int) -> None:
        self.source = source
        self.text = one_width(source)
        self.first_line = line

    def original(self, part: Token | Part) -> str:
        """Give the words of a part as they were typed."""
        start, end = bounds(part)
        return self.source[start:end]

    def error_at(self, start: int, word: str, expected: tuple[str, ...], complaint: str) -> DutyError:
        """Make the error about a word at a place of the sentence."""
        before = self.source[:start]
        line = self.first_line + before.count("\n")
        column = start - (before.rfind("\n") + 1) + 1
        name = f"“{visible(word)}”" if word else ""
        return DutyError(line, column, word, expected, f"第{line}行{name}{complaint}")

    def error(self, part: Token | Part, complaint: str, *expected: str) -> DutyError:
        """Refuse a part that is well formed but cannot be meant."""
        return self.error_at(bounds(part)[0], self.original(part).strip(), expected, complaint)

    def word_at(self, start: int) -> str:
        """Give what stands at a place, up to the next blank or sign."""
        found = WORD.match(self.text, start)
        return self.source[start : found.end()] if found else self.source[start : start + 1]


def bounds(part: Token | Part) -> tuple[int, int]:
    """Give where a part begins and ends in the sentence."""
    if isinstance(part, Token):
        return part.start_pos or 0, part.end_pos or 0
    return part.meta.start_pos, part.meta.end_pos


def visible(word: str) -> str:
    """Show a word on one line of a message: shortened, invisible characters by their number."""
    shown = "".join(f"U+{ord(each):04X}" if unicodedata.category(each)[0] == "C" else each for each in word[:24])
    return shown + "…" if len(word) > 24 else shown


def listed(words: tuple[str, ...]) -> str:
    """List what was expected, the first few only."""
    return "、".join(words[:SHOWN_AT_MOST]) + (" …" if len(words) > SHOWN_AT_MOST else "")
