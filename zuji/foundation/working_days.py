"""Terms in working days: weekdays, but for the days that a calendar says are otherwise."""

from collections.abc import Mapping
from datetime import date, timedelta

SATURDAY = 5


def is_working_day(on: date, exceptions: Mapping[date, bool]) -> bool:
    """Say whether people work on a day: what the calendar says of it, else whether it is a weekday."""
    return exceptions.get(on, on.weekday() < SATURDAY)


def add_working_days(on: date, count: int, exceptions: Mapping[date, bool]) -> date:
    """Give the last day of a term of working days; the day from which it runs is not counted.

    Takes: the days that are otherwise than usual, True where they are worked (adjusted weekends).
    """
    left, day = count, on
    while left > 0:
        day += timedelta(days=1)
        left -= is_working_day(day, exceptions)
    return day
