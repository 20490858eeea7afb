"""Days as whole numbers since 1970-01-01, so that every engine can add fifteen days with `+ 15`."""

from datetime import date, timedelta

EPOCH = date(1970, 1, 1)
FOREVER = (date.max - EPOCH).days
"""What an open end is stored as: later than any day on which something happens."""


def day_number(on: date) -> int:
    """Give the number of a date. Unit: days since 1970-01-01."""
    return (on - EPOCH).days


def date_of(day: int) -> date:
    """Give the date of a day number; raises OverflowError beyond the calendar."""
    return EPOCH + timedelta(days=day)
