"""A hint before sending: where a text seems to hold an identity number or a mobile phone number. Nothing is kept."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from django.utils.translation import gettext_lazy as _

from zuji.infos.models import InfoWords

_IDENTITY = re.compile(r"(?<![0-9A-Za-z])[1-9](?:[ -]?[0-9]){16}[ -]?[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9])(?:\+?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]){8}(?![0-9])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_PARTS: dict[str, Any] = {
    "title": _("Title"),
    "situation": _("Situation and problem"),
    "analysis": _("Why it is so"),
    "suggestions": _("Suggestions"),
}
_BEFORE = 8
"""How many characters before the number show where it stands."""


@dataclass(frozen=True)
class PersonalNumber:
    """What seems to be somebody's number: of which sort, in which part of the text, and the words there."""

    sort: Any
    part: Any
    words: str


def personal_numbers_in(words: InfoWords) -> list[PersonalNumber]:
    """Give what seems to be an identity number (its check digit fits) or a mobile number, in the order of the text.

    A hint for who vouches or signs: it may be wrong both ways and refuses nothing. The contact field, which leaves the
    branch on no paper, is not looked at.
    """
    return [
        PersonalNumber(sort, label, _around(text, begins, ends))
        for part, label in _PARTS.items()
        for text in [getattr(words, part)]
        for begins, ends, sort in sorted(_found(_half_width(text)), key=itemgetter(0))
    ]


def _half_width(text: str) -> str:
    """Write full-width digits as plain ones, each character in its place, so that places stay those of the text."""
    plain = (unicodedata.normalize("NFKC", each) for each in text)
    return "".join(new if len(new) == 1 else old for old, new in zip(text, plain, strict=True))


def _found(text: str) -> Iterator[tuple[int, int, Any]]:
    identities = [each for each in _IDENTITY.finditer(text) if _is_checked(each.group())]
    for each in identities:
        yield each.start(), each.end(), _("identity number")
    for each in _MOBILE.finditer(text):
        if not any(other.start() < each.end() and each.start() < other.end() for other in identities):
            yield each.start(), each.end(), _("mobile phone number")


def _is_checked(written: str) -> bool:
    """Compare the last character with the check that the seventeen digits give (GB 11643-1999)."""
    digits = written.replace(" ", "").replace("-", "").upper()
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:17], strict=True))
    return digits[17] == _CHECKS[total % 11]


def _around(text: str, begins: int, ends: int) -> str:
    first = max(0, begins - _BEFORE)
    line = text[first:ends].rpartition("\n")[2]
    return ("…" if first and "\n" not in text[first:ends] else "") + line
