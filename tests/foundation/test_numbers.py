"""Numbers and days become text in one place: exact until then, rounded half up once, never 0 for “nothing”."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from django.utils import translation

from zuji.foundation import numbers


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (54, "54"),
        (1848, "1848"),
        (9999, "9999"),
        (10_000, "10,000"),
        (12345, "12,345"),
        (-3, "−3"),
        (None, "—"),
    ],
)
def test_a_count(number, written):
    assert numbers.integer(number) == written


@pytest.mark.parametrize(
    ("numerator", "denominator", "written"),
    [
        (12, 14, "85.7%"),
        (17, 20, "85%"),
        (0, 5, "0%"),
        (5, 5, "100%"),
        (2499, 2500, "100.0%"),
        (1, 3, "33.3%"),
        (2, 3, "66.7%"),
        (1, 800, "0.1%"),
        (0, 0, "—"),
        (3, None, "—"),
        (None, 3, "—"),
    ],
)
def test_a_rate(numerator, denominator, written):
    assert numbers.percent(numerator, denominator) == written


def test_a_rate_is_whole_only_where_it_is_exactly_whole():
    assert numbers.percent(9996, 10000) == "100.0%"
    assert numbers.percent(10000, 10000) == "100%"


@pytest.mark.parametrize(
    ("points", "written"),
    [
        (Fraction(173, 2), "86.50"),
        (Fraction(86505, 1000), "86.51"),
        (Fraction(2, 3) * 100, "66.67"),
        (0, "0.00"),
        (100, "100.00"),
        (Fraction(-1, 8), "−0.13"),
        (Fraction(-1, 1000), "0.00"),
        (12345, "12,345.00"),
        (None, "—"),
    ],
)
def test_a_score(points, written):
    assert numbers.score(points) == written


DAYS = [
    ("day", date(2018, 9, 3), "2018年9月3日", "September 3, 2018"),
    ("month_day", date(2018, 9, 3), "9月3日", "September 3"),
    ("year_month", date(2018, 9, 3), "2018年9月", "September 2018"),
    ("year_month", "2018-09", "2018年9月", "September 2018"),
    ("month", 9, "9月", "Sep"),
    ("quarter_words", "2018Q4", "2018年第四季度", "fourth quarter of 2018"),
    ("day", None, "—", "—"),
    ("month_day", None, "—", "—"),
    ("year_month", None, "—", "—"),
    ("year_month", "", "—", "—"),
    ("moment", None, "—", "—"),
]


@pytest.mark.parametrize(("way", "value", "chinese", "english"), DAYS)
def test_a_day_in_both_languages(way, value, chinese, english):
    write = getattr(numbers, way)

    with translation.override("zh-hans"):
        assert write(value) == chinese
    with translation.override("en"):
        assert write(value) == english


def test_an_instant_is_written_in_the_organisations_own_time():
    """C16: 16:30 in Greenwich is half past midnight of the next day."""
    assert numbers.moment(datetime(2019, 5, 31, 16, 30, tzinfo=UTC)) == "2019年6月1日 00:30"


def test_a_span_says_its_year_once():
    assert numbers.days(date(2018, 3, 1), date(2018, 8, 31)) == "2018年3月1日—8月31日"
    assert numbers.days(date(2018, 12, 30), date(2019, 1, 2)) == "2018年12月30日—2019年1月2日"
    assert numbers.days(date(2018, 3, 1), date(2018, 3, 1)) == "2018年3月1日"


@pytest.mark.parametrize(("amount", "words"), [("0", "0"), ("2", "2"), ("5/2", "2.5")])
def test_what_goes_by_halves_is_written_without_idle_zeros(amount, words):
    assert numbers.halves(Fraction(amount)) == words
