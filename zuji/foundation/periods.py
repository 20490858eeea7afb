"""Which year, and as seen from which day: what a page was asked for in its address."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from zuji.foundation.numbers import quarter_words

FIRST_YEAR, LAST_YEAR = 1945, 2100
FOUR_DIGITS = re.compile(r"[0-9]{4}")


@dataclass(frozen=True)
class ChosenPeriod:
    """A year and, if asked, the day from which it is seen. `complaint` says what of the address made no sense."""

    year: int
    as_of: date | None = None
    complaint: str = ""

    @property
    def query(self) -> str:
        """The address part that keeps the choice on the next page."""
        return f"?year={self.year}" + (f"&as_of={self.as_of.isoformat()}" if self.as_of else "")


def chosen_period(asked: Mapping[str, str], *, fallback_year: int) -> ChosenPeriod:
    """Read `year` and `as_of` of an address; nonsense falls back to the year with a complaint, never an error."""
    complaint = ""
    as_of: date | None = None
    text = asked.get("as_of", "").strip()
    if text:
        try:
            as_of = date.fromisoformat(text)
        except ValueError:
            complaint = _("“%(text)s” is not a date; the whole year is shown.") % {"text": text[:30]}
    if as_of and not FIRST_YEAR <= as_of.year <= LAST_YEAR:
        complaint = _("“%(text)s” is not a year of this ledger.") % {"text": as_of.year}
        as_of = None
    year = as_of.year if as_of else fallback_year
    asked_year = asked.get("year", "").strip()
    if asked_year:
        is_year = bool(FOUR_DIGITS.fullmatch(asked_year)) and FIRST_YEAR <= int(asked_year) <= LAST_YEAR
        year = int(asked_year) if is_year else year
        complaint = complaint if is_year else _("“%(text)s” is not a year of this ledger.") % {"text": asked_year[:30]}
    return ChosenPeriod(year, as_of, complaint)


def chosen_month(asked: Mapping[str, str]) -> int | None:
    """Read `month` of an address, 1 to 12; anything else is the whole year."""
    text = asked.get("month", "")
    return int(text) if text in {str(number) for number in range(1, 13)} else None


@dataclass(frozen=True)
class Picker:
    """What `ui/period_picker.html` shows: the year, the neighbouring years with records, and where a day is sent."""

    year: int
    as_of: date | None
    previous: int | None
    next: int | None
    action: str

    @property
    def previous_url(self) -> str:
        return f"?year={self.previous}" if self.previous else ""

    @property
    def next_url(self) -> str:
        return f"?year={self.next}" if self.next else ""


def picker_of(period: ChosenPeriod, years: Iterable[int], action: str) -> Picker:
    """Offer the nearest earlier and later of some years; `action` is the page's own path."""
    earlier = [year for year in years if year < period.year]
    later = [year for year in years if year > period.year]
    return Picker(period.year, period.as_of, max(earlier, default=None), min(later, default=None), action)


@dataclass(frozen=True)
class Quarter:
    """A quarter of a year, as addresses and people write it."""

    year: int
    number: int

    @property
    def key(self) -> str:
        """Write it as 2018Q3."""
        return f"{self.year}Q{self.number}"

    @property
    def words(self) -> str:
        """Write it in the reader's language."""
        return quarter_words(self.key)

    @property
    def first_on(self) -> date:
        """Give its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last_on(self) -> date:
        """Give its last day."""
        return self.next.first_on - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        """Give the quarter after it."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def previous(self) -> "Quarter":
        """Give the quarter before it."""
        return quarter_of(self.first_on - timedelta(days=1))


def quarter_of(on: date) -> Quarter:
    """Give the quarter of a day."""
    return Quarter(on.year, (on.month + 2) // 3)


def asked_quarter(text: str, *, fallback: date) -> Quarter:
    """Read a quarter of an address; nonsense gives the quarter of `fallback`."""
    year, _letter, number = text.partition("Q")
    is_year = year.isascii() and year.isdecimal() and FIRST_YEAR <= int(year[:6]) <= LAST_YEAR
    if is_year and number in ("1", "2", "3", "4"):
        return Quarter(int(year), int(number))
    return quarter_of(fallback)
