"""Days, months and quarters, and the strict reading of dates written in files."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))
DAY = timedelta(days=1)
WRITTEN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
WRITTEN_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?"
)


def read_day(text: str) -> date:
    """The day that `YYYY-MM-DD` names; ValueError when it is impossible or written otherwise."""
    # fromisoformat alone would also take 20190230-like and week forms.
    if not WRITTEN_DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def read_instant(text: str) -> date:
    """The Beijing day of an instant (C16); one without offset is Beijing time already."""
    if not WRITTEN_INSTANT.fullmatch(text):
        raise ValueError(text)
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=BEIJING)
    return instant.astimezone(BEIJING).date()


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from first to last, both included."""
    while first <= last:
        yield first
        first += DAY


def month_days(year: int, month: int) -> list[date]:
    """Every day of one month."""
    last = calendar.monthrange(year, month)[1]
    return list(days_between(date(year, month, 1), date(year, month, last)))


def quarter_days(year: int, quarter: int) -> list[date]:
    """Every day of one quarter."""
    return [day for month in range(quarter * 3 - 2, quarter * 3 + 1) for day in month_days(year, month)]
