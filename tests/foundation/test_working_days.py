"""Terms in working days: weekdays, but for the days that the calendar says are otherwise."""

from datetime import date

import pytest

from zuji.foundation.working_days import add_working_days, is_working_day

HOLIDAYS = {date(2018, 10, day): False for day in range(1, 8)}
WORKED = {date(2018, 9, 29): True, date(2018, 9, 30): True}


def test_weekends_are_not_counted():
    """From Friday 8 June: Monday to Friday of the week after."""
    assert add_working_days(date(2018, 6, 8), 5, {}) == date(2018, 6, 15)


def test_a_term_over_the_national_day_counts_the_worked_weekend_and_not_the_holidays():
    """From Friday 28 September: 29, 30 September; 8, 9, 10, 11, 12 October; 15, 16, 17 October make ten."""
    assert add_working_days(date(2018, 9, 28), 10, HOLIDAYS | WORKED) == date(2018, 10, 17)


def test_without_a_list_every_weekday_is_worked():
    """1 to 5 and 8 to 12 October."""
    assert add_working_days(date(2018, 9, 28), 10, {}) == date(2018, 10, 12)


def test_the_day_it_runs_from_is_not_counted():
    assert add_working_days(date(2018, 6, 11), 1, {}) == date(2018, 6, 12)


def test_a_term_of_nothing_ends_on_its_day():
    assert add_working_days(date(2018, 6, 9), 0, {}) == date(2018, 6, 9)


@pytest.mark.parametrize(
    ("on", "is_worked"),
    [
        (date(2018, 9, 28), True),
        (date(2018, 9, 29), True),
        (date(2018, 10, 1), False),
        (date(2018, 10, 13), False),
        (date(2018, 10, 15), True),
    ],
)
def test_the_calendar_says_more_than_the_week(on, is_worked):
    assert is_working_day(on, HOLIDAYS | WORKED) is is_worked
