"""The same official paper as a PDF, for those who only read it: page, grid and parts of GB/T 9704-2012.

The fonts are free ones of the machine or of `fonts/` in Zuji's home; Typst embeds what the paper uses of them.
"""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

import typst
from django.conf import settings
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.reports.papers.official import (
    CHARACTERS,
    LINES,
    MASTHEAD_LARGEST,
    TITLE,
    day_of,
    numeral,
    one_line,
    paragraphs_of,
    width,
)

TEXT_POINTS = 156 / 25.4 * 72
# Each part's fonts, the first there is; the last must know names such as 珺, 喆, 堃.
FANGSONG = ("Zhuque Fangsong (technical preview)", "FandolFang R", "Noto Serif CJK SC", "Source Han Serif SC")
KAI = ("LXGW WenKai", "AR PL UKai CN", "FandolKai", "Noto Serif CJK SC", "Source Han Serif SC")
HEI = ("Source Han Sans SC", "Noto Sans CJK SC")
SONG = ("Source Han Serif SC", "Noto Serif CJK SC")

# 156 mm / 28 is narrower than 三号 (16 points): a fifth of a point less between characters, and a hair, or 28 would not
# fit where they fill a line exactly. 225 mm / 22 is the line.
_PREAMBLE = """
#let pitch = 156mm / %(characters)d
#let line = 225mm / %(lines)d
#let (fangsong, kai, hei, song) = (%(fangsong)s, %(kai)s, %(hei)s, %(song)s)
#set document(title: %(title)s, author: %(author)s, date: datetime(year: %(year)d, month: %(month)d, day: %(day)d))
#set page(
  paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer-descent: 0pt,
  footer: context {
    let number = counter(page).get().first()
    set text(font: song, size: 14pt, tracking: 0pt)
    set align(if calc.odd(number) { right } else { left })
    v(7mm)
    pad(x: 14pt)[— #number —]
  },
)
#set text(
  font: fangsong, size: 16pt, tracking: pitch - 16.01pt, lang: "zh", region: "cn", cjk-latin-spacing: none,
  top-edge: 0.88em, bottom-edge: -0.12em,
)
#set par(justify: true, leading: line - 16pt, spacing: line - 16pt, first-line-indent: (amount: 2 * pitch, all: true))
#let plain(body) = par(first-line-indent: 0pt, body)
#let masthead(size, words) = {
  v(35mm - 16pt)
  align(center, plain(text(font: song, weight: "bold", size: size, tracking: 0pt, fill: rgb("#ff0000"), words)))
  v(4mm - line + 16pt)
  std.line(length: 100%%, stroke: 1.5pt + rgb("#ff0000"))
}
#let title(words) = {
  v(2 * line)
  align(center, plain(text(font: song, weight: "bold", size: 22pt, tracking: 0pt, words)))
}
#let remark(words) = align(center, plain(text(font: kai, words)))
#let heading1(words) = block(sticky: true, par(text(font: hei, words)))
#let heading2(words) = block(sticky: true, par(text(font: kai, words)))
#let body(label, words) = par[#text(font: hei, label)#words]
#let entry(label, words) = pad(left: 2 * pitch, par(first-line-indent: 0pt, hanging-indent: 3 * pitch)[#text(
  font: hei, label)#words])
#let blank() = plain[#sym.zws]
#let signed(left, words) = pad(left: left * pitch, plain(words))
"""


class OfficialPdf:
    """One paper with the parts of `OfficialPaper`, written from top to bottom, then asked for its bytes."""

    def __init__(self, *, subject: str, author: str, made_on: date, lines: int = LINES) -> None:
        """`lines` of a page: the form's own, or more where everything has to stand on one."""
        self._lines = [
            _PREAMBLE
            % {
                "characters": CHARACTERS,
                "lines": lines,
                "fangsong": _array(FANGSONG),
                "kai": _array(KAI),
                "hei": _array(HEI),
                "song": _array(SONG),
                "title": _text(one_line(subject)),
                "author": _text(one_line(author)),
                "year": made_on.year,
                "month": made_on.month,
                "day": made_on.day,
            }
        ]

    def masthead(self, text: str) -> None:
        """The red name at the head of the page with a red line below, as large as one line allows."""
        text = one_line(text)
        points = min(MASTHEAD_LARGEST, max(TITLE, int(TEXT_POINTS / max(width(text), 1))))
        self._call("masthead", f"{points}pt", _text(text))

    def title(self, text: str) -> None:
        """The title, centred."""
        self._call("title", _text(one_line(text)))

    def remark(self, text: str) -> None:
        """A line below the title, as in （草案）."""
        self._call("remark", _text(one_line(text)))

    def heading(self, number: int, text: str) -> None:
        """A heading of the first level: 一、."""
        self._call("heading1", _text(f"{numeral(number)}、{one_line(text)}"))

    def subheading(self, number: int, text: str) -> None:
        """A heading of the second level: （一）."""
        self._call("heading2", _text(f"（{numeral(number)}）{one_line(text)}"))

    def body(self, text: str, label: str = "") -> None:
        """Running text, paragraph by paragraph; a label leads the first."""
        for paragraph in paragraphs_of(text):
            self._call("body", _text(label), _text(paragraph))
            label = ""

    def entry(self, label: str, text: str) -> None:
        """A label of two characters and what it names, which hangs behind the colon: 出席：…."""
        self._call("entry", _text(f"{label}："), _text(one_line(text)))

    def addressee(self, text: str) -> None:
        """To whom it is written, from the left edge."""
        self._call("plain", _text(one_line(text)))

    def blank(self) -> None:
        """One empty line."""
        self._call("blank")

    def sign_off(self, signature: str, signed_on: date | None) -> None:
        """Who signs, and the day below; see `OfficialPaper.sign_off`."""
        self.blank()
        signature, day = one_line(signature), day_of(signed_on) if signed_on else ""
        free = CHARACTERS - 2 - width(signature)
        if width(day) > width(signature):
            free = CHARACTERS - 2 - width(day) - 2
        self._call("signed", f"{max(free, 0)}", _text(signature))
        if day:
            self._call("signed", f"{max(free, 0) + 2}", _text(day))

    def to_bytes(self) -> bytes:
        """The file. Raises ZujiError where the machine has no Chinese font that may be embedded."""
        fonts = _fonts(settings.HOME / "fonts")
        if not set(SONG) & set(fonts.families()):
            raise ZujiError(_("This machine has no Chinese font that a PDF may carry; take the Word file."))
        written: bytes = typst.compile("".join(self._lines).encode(), font_paths=fonts, format="pdf")
        return written

    def _call(self, name: str, *arguments: str) -> None:
        self._lines.append(f"#{name}({', '.join(arguments)})\n")


@lru_cache(maxsize=1)
def _fonts(own: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=[own])


def _text(words: str) -> str:
    """Words as a text of Typst's: nothing in them can be a command."""
    return json.dumps(words, ensure_ascii=False)


def _array(fonts: tuple[str, ...]) -> str:
    return "(" + ", ".join(_text(font) for font in fonts) + ")"
