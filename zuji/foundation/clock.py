"""The one place that asks the machine what time it is; everything below a view is handed a day instead."""

from datetime import date, datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The organisation's own time (C16). China has had no daylight saving since 1992, so a fixed offset needs no tzdata."""


def today() -> date:
    """Give today's date in the organisation's time."""
    return datetime.now(SHANGHAI).date()


def local_date(at: datetime) -> date:
    """Give the organisation's date of an instant: 2019-05-31T16:30Z is already 1 June (C16)."""
    return at.astimezone(SHANGHAI).date()


def now() -> datetime:
    """Give this instant in the organisation's time."""
    return datetime.now(SHANGHAI)
