"""Text as it comes from WeChat, Word or a web page, made plain: words and paragraphs stay, markup goes."""

import re
import unicodedata
from html import unescape
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from zuji.foundation.wording import without_unseen

LONGEST = 20_000
"""Characters; a long report has five thousand."""

_GONE_WHOLE = re.compile(r"<!--.*?-->|<(script|style|head|title|xml|o:p)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_ENDS_A_LINE = re.compile(r"<\s*(br|/p|/div|/li|/tr|/h[1-6]|/section|/blockquote)\b[^>]*>", re.IGNORECASE)
_ENDS_A_CELL = re.compile(r"<\s*/t[dh]\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z!][a-z0-9:-]*(\s[^<>]*)?/?>", re.IGNORECASE)
_LOOKS_LIKE_MARKUP = re.compile(
    r"<\s*/?\s*(p|div|span|br|section|table|tr|td|font|strong|em|b|i|u|a|img|ul|ol|li|h[1-6]|o:p|html|body|style|script"
    r"|meta|xml|blockquote)\b[^<>]*>|<!--",
    re.IGNORECASE,
)


def plain_lines(text: str) -> str:
    """Give pasted text as plain lines: no markup, no unseen characters, no trailing spaces, no run of empty lines.

    A text without tags keeps every sign it has, such as a < b.
    """
    said = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if _LOOKS_LIKE_MARKUP.search(said):
        said = _GONE_WHOLE.sub("", said)
        said = _ENDS_A_LINE.sub("\n", said)
        said = _ENDS_A_CELL.sub(" ", said)
        said = unescape(_TAG.sub("", said))
    said = without_unseen(said).replace("\u00a0", " ")
    said = "".join(each for each in said if each in "\n\t" or unicodedata.category(each) != "Cc")
    lines = [line.rstrip() for line in said.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def plain_line(text: str) -> str:
    """Give pasted text as one line, for a title."""
    return " ".join(plain_lines(text).split())


class PastedTextField(forms.CharField):
    """A text of several lines that may come from anywhere; it is made plain, and refused when longer than a book."""

    def __init__(self, *, longest: int = LONGEST, rows: int = 8, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)
        self.longest = longest

    def to_python(self, value: Any) -> str:
        raw = value or ""
        if len(raw) > self.longest * 10:
            raise forms.ValidationError(self._too_long(len(raw)))
        return plain_lines(raw)

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(value) > self.longest:
            raise forms.ValidationError(self._too_long(len(value)))

    def _too_long(self, length: int) -> str:
        return _("This has %(length)s characters; at most %(longest)s can be kept. Attach the rest as a file.") % {
            "length": length,
            "longest": self.longest,
        }


class PastedLineField(forms.CharField):
    """A title that may come from anywhere: one line, no markup."""

    def to_python(self, value: Any) -> str:
        return plain_line(str(value or "")[: 10 * LONGEST])
