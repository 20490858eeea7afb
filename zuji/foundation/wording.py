"""Text as it is compared and searched: one writing for what reads the same, whatever the keyboard made of it."""

import re
import unicodedata
from functools import cache
from typing import Any

from opencc import OpenCC

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_SPACES = re.compile(r"\s+")


@cache
def _simplifier() -> Any:
    return OpenCC("t2s")


def without_unseen(text: str) -> str:
    """Take out characters that nobody sees: zero-width ones, soft hyphens, marks of direction."""
    return _UNSEEN.sub("", text)


def plain(text: str) -> str:
    """Write a text the one way that compares: simplified, half width, lower case, one space where there was any.

    Punctuation stays. Two texts that read the same give the same.
    """
    folded = unicodedata.normalize("NFKC", without_unseen(text)).casefold()
    simplified: str = _simplifier().convert(folded)
    return _SPACES.sub(" ", simplified).strip()
