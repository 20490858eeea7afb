"""A row's cells read as what they mean: numbers of records, days, instants, counts, choices."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.utils.translation import gettext as _

from zuji.foundation.clock import SHANGHAI
from zuji.operations.load.files import RawRow, plain, quoted

BAD_DATE = "BAD_DATE"
NOT_A_MEMBER = "NOT_A_MEMBER"

DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", re.ASCII)
CLOCK = re.compile(r"(\d{1,2})\s*[:时]\s*(\d{1,2})分?(?::(\d{1,2})(?:[.,]\d+)?)?", re.ASCII)
INSTANT = re.compile(
    rf"{DAY.pattern}(?:[T\s]\s*(?P<clock>{CLOCK.pattern})\s*(?P<zone>Z|[+-]\d{{2}}:?\d{{2}})?)?",
    re.ASCII | re.IGNORECASE,
)
MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?(?:\s*[-/.]?\s*\d{1,2}\s*日?)?", re.ASCII)
YEAR = re.compile(r"\d{4}", re.ASCII)
OPEN_END = 9999
"""The year in which other systems put an end that is not known."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with a row: where, why in a sentence, and the flag it raises, if any."""

    column: str
    reason: str
    remark: str = ""


class RefusedLine(Exception):  # noqa: N818 - what is raised is the line that is refused
    """A row that cannot be taken."""

    def __init__(self, column: str, reason: str, remark: str = "", further: tuple[Finding, ...] = ()) -> None:
        super().__init__(reason)
        self.findings = (Finding(column, reason, remark), *further)


@dataclass
class Line:
    """A row being read. `days` holds the date columns, read before anything else is asked of the row; `doubts`
    what its author should look at although the row is taken."""

    number: int
    cells: Mapping[str, str]
    days: dict[str, Any] = field(default_factory=dict)
    doubts: list[Finding] = field(default_factory=list)

    @classmethod
    def of(cls, raw: RawRow) -> "Line":
        return cls(raw.line, raw.cells)

    def text(self, column: str) -> str:
        """Give a text without the spaces around it."""
        return self.cells.get(column, "").strip()

    def name(self, column: str) -> str:
        """Give a number or code in half-width characters; it may be empty."""
        return plain(self.cells.get(column, ""))

    def code(self, column: str) -> str:
        """Give a number that must be there."""
        found = self.name(column)
        if not found:
            raise RefusedLine(column, _("This must not be empty."))
        return found

    def read_days(self, must: Collection[str], may: Collection[str]) -> None:
        """Read the date columns. Raises RefusedLine at the first that is impossible, or empty where it must not be."""
        for column in (*must, *may):
            text = self.text(column)
            if text or column in must:
                self.days[column] = read_instant(column, text) if column.endswith("_at") else read_day(column, text)

    def day(self, column: str) -> date:
        """Give a day that is there for sure."""
        found: date = self.days[column]
        return found

    def maybe_day(self, column: str) -> date | None:
        """Give a day, or None where the cell is empty."""
        return self.days.get(column)

    def count(self, column: str) -> int | None:
        """Give a whole number, or None where the cell is empty."""
        text = plain(self.text(column))
        if not text:
            return None
        if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
            raise RefusedLine(column, _("“%(text)s” is not a whole number.") % {"text": quoted(text)})
        return int(text)

    def clock(self, column: str) -> time | None:
        """Give a time of day, or None where the cell is empty."""
        text = plain(self.text(column))
        if not text:
            return None
        found = CLOCK.fullmatch(text)
        try:
            if found:
                hour, minute, second = (int(part or 0) for part in found.groups())
                return time(hour, minute, second)
        except ValueError:
            pass
        raise RefusedLine(column, _("“%(text)s” is not a time of day.") % {"text": quoted(text)})

    def choice(self, column: str, choices: Mapping[str, Any] | Collection[str]) -> str:
        """Give one of the known words."""
        found = self.name(column)
        if found not in choices:
            raise RefusedLine(
                column,
                _("“%(text)s” is not known here; it can be: %(known)s.")
                % {"text": quoted(found), "known": "、".join(choices)},
            )
        return found


def read_day(column: str, text: str) -> date:
    """Read 2018-03-05, 2018/3/5, 2018.3.5 or 2018年3月5日. Raises RefusedLine for a day that there is not."""
    found = DAY.fullmatch(unicodedata.normalize("NFKC", text))
    try:
        if found:
            return date(*(int(part) for part in found.groups()))
    except ValueError:
        pass
    raise RefusedLine(column, no_date(text), BAD_DATE)


def read_instant(column: str, text: str) -> datetime:
    """Read an instant; without an offset it is the organisation's own time (C16), without a time its midnight."""
    found = INSTANT.fullmatch(unicodedata.normalize("NFKC", text))
    try:
        if found:
            numbers = [found[group] or "0" for group in (1, 2, 3, 5, 6, 7)]
            year, month, day, hour, minute, second = (int(number) for number in numbers)
            plain_at = datetime(year, month, day, hour, minute, second, tzinfo=SHANGHAI)
            zone = (found["zone"] or "+08:00").upper()
            return datetime.fromisoformat(f"{plain_at:%Y-%m-%dT%H:%M:%S}{zone}").astimezone(SHANGHAI)
    except (ValueError, OverflowError):
        pass
    raise RefusedLine(column, no_date(text), BAD_DATE)


def no_date(text: str) -> str:
    """Say that a text is no date."""
    if not text.strip():
        return _("The date is missing.")
    return _("“%(text)s” is not a date that exists.") % {"text": quoted(text)}


def read_month(text: str) -> str:
    """Read a month such as 1978-03 or 1978年3月; empty where there is none or it cannot be read."""
    found = MONTH.fullmatch(unicodedata.normalize("NFKC", text.strip()))
    if not found or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1850:
        return ""
    return f"{found[1]}-{int(found[2]):02d}"


def year_of(line: Line, own: str) -> int | None:
    """Tell the year to which a row belongs: of its own date, else that with which the text begins, else None."""
    text = unicodedata.normalize("NFKC", line.text(own))
    try:
        found = read_instant(own, text) if own.endswith("_at") else read_day(own, text)
    except RefusedLine:
        begins = YEAR.match(text)
        return int(begins[0]) if begins else None
    return found.year
