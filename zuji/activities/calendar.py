"""When a commemorative day falls in a year, and which anniversary it is. Dates in, dates out."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from lunar_python import Lunar, LunarMonth


class Rule(Protocol):
    """What is asked of a rule: see `activities.models.NodeDayRule`."""

    @property
    def kind(self) -> str: ...
    @property
    def month(self) -> int | None: ...
    @property
    def day(self) -> int | None: ...
    @property
    def weekday(self) -> int | None: ...
    @property
    def ordinal(self) -> int | None: ...


@dataclass(frozen=True)
class Anniversary:
    """How many years it has been; `is_round` where it is a multiple of five (逢五逢十)."""

    number: int

    @property
    def is_round(self) -> bool:
        """Say whether it is a five or a ten."""
        return self.number % 5 == 0


def day_of(rule: Rule, year: int, announced: date | None = None) -> date | None:
    """Give the day of a rule in a year: the announced one where there is one; None where it has none that year.

    Kinds: fixed (month, day), weekday (the ordinal-th weekday of a month, Monday is 0), lunar (lunar month, day; a
    thirtieth that the month lacks is its last day), manual (announced or none). 29 February is the 28th in other years.
    """
    if announced is not None:
        return announced
    if rule.month is None:
        return None
    if rule.kind == "fixed" and rule.day is not None:
        return date(year, rule.month, min(rule.day, monthrange(year, rule.month)[1]))
    if rule.kind == "weekday" and rule.weekday is not None and rule.ordinal is not None:
        return _weekday(year, rule.month, rule.weekday, rule.ordinal)
    if rule.kind == "lunar" and rule.day is not None:
        return _lunar(year, rule.month, rule.day)
    return None


def _weekday(year: int, month: int, weekday: int, ordinal: int) -> date | None:
    first = date(year, month, 1)
    found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (ordinal - 1))
    return found if found.month == month else None


def _lunar(year: int, month: int, day: int) -> date:
    """A leap month repeats the number of the month before it; the day is that of the first."""
    days: int = LunarMonth.fromYm(year, month).getDayCount()
    found = Lunar.fromYmd(year, month, min(day, days)).getSolar()
    return date(found.getYear(), found.getMonth(), found.getDay())


def anniversary(since: int | None, year: int) -> Anniversary | None:
    """Give which anniversary a year is; None in the year itself or before, or where nobody counts."""
    return Anniversary(year - since) if since is not None and year > since else None
