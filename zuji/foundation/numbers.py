"""The one place where numbers, rates, scores and days become text, in the reader's language.

Rates and scores are exact until here: integers and fractions come in, rounding half up happens once, and nothing
passes through floating point. Pages, papers and tables all call these functions, so that a figure reads the same
everywhere. A missing value is an em dash, never 0 and never an empty place.
"""

from datetime import date, datetime
from fractions import Fraction

from django.utils import translation
from django.utils.dateformat import format as formatted
from django.utils.translation import gettext as _

from zuji.foundation.clock import SHANGHAI

NOTHING = "—"
_CHINESE = {"day": "Y年n月j日", "month_day": "n月j日", "year_month": "Y年n月", "month": "n月", "time": "H:i"}
_ENGLISH = {"day": "F j, Y", "month_day": "F j", "year_month": "F Y", "month": "M", "time": "H:i"}


def _decimal(value: Fraction, places: int) -> str:
    """Write a fraction with a fixed number of decimals, rounded half up (away from zero)."""
    scale = 10**places
    units = (abs(value) * scale * 2 + 1) // 2
    whole, rest = divmod(int(units), scale)
    sign = "−" if value < 0 and units else ""
    return f"{sign}{_grouped(whole)}" + (f".{rest:0{places}d}" if places else "")


def _grouped(number: int) -> str:
    """Group thousands from five digits on: 1848 stays as people write it, 12,345 is easier to read."""
    return f"{number:,}" if number >= 10_000 else str(number)


def integer(number: int | None) -> str:
    """Write a count: 54, 1848, 12,345; a real minus sign; a dash when there is none."""
    if number is None:
        return NOTHING
    return f"−{_grouped(-number)}" if number < 0 else _grouped(number)


def percent(numerator: int | None, denominator: int | None, places: int = 1) -> str:
    """Write a rate from its two integers: 12 and 14 give 85.7%.

    A rate that is exactly whole has no decimals (17 of 20 is 85%), so “100%” never stands for 99.96 %, which is
    written 100.0%. Nothing to divide by gives a dash: no verdict is neither 0 % nor 100 %.
    """
    if numerator is None or not denominator:
        return NOTHING
    rate = Fraction(numerator, denominator) * 100
    return f"{_decimal(rate, 0 if rate.denominator == 1 else places)}%"


def score(points: Fraction | int | None) -> str:
    """Write a score with two decimals, rounded half up: 86.50."""
    return NOTHING if points is None else _decimal(Fraction(points), 2)


def _date(on: date | None, pattern: str) -> str:
    if on is None:
        return NOTHING
    patterns = _CHINESE if (translation.get_language() or "zh").startswith("zh") else _ENGLISH
    return formatted(on, patterns[pattern])


def day(on: date | None) -> str:
    """Write a day in full: 2018年9月13日, September 13, 2018."""
    return _date(on, "day")


def month_day(on: date | None) -> str:
    """Write a day whose year is plain from the page: 9月13日, September 13."""
    return _date(on, "month_day")


def year_month(on: date | str | None) -> str:
    """Write a month with its year: 2018年9月, September 2018; takes a date or text such as 2018-09."""
    return _date(date.fromisoformat(f"{on}-01") if isinstance(on, str) and on else on or None, "year_month")


def month(number: int) -> str:
    """Write a month of the year by its number: 9月, Sep."""
    return _date(date(2000, number, 1), "month")


def quarter_words(key: str) -> str:
    """Write a quarter with its year: 2018年第四季度; takes a key such as 2018Q4."""
    year, _letter, number = key.partition("Q")
    names = [_("first quarter"), _("second quarter"), _("third quarter"), _("fourth quarter")]
    return _("%(quarter)s of %(year)s") % {"year": year, "quarter": names[int(number) - 1]}


def moment(at: datetime | None) -> str:
    """Write an instant in the organisation's own time: 2018年9月14日 18:30."""
    if at is None:
        return NOTHING
    local = at.astimezone(SHANGHAI)
    return f"{day(local.date())} {local:%H:%M}"


def days(first: date, last: date) -> str:
    """Write a span by its first and last day, the year once where both share it."""
    if first == last:
        return day(first)
    return f"{day(first)}—{month_day(last) if first.year == last.year else day(last)}"


def halves(amount: Fraction) -> str:
    """Write an amount that goes by halves, such as hours of study: 2, 2.5."""
    return str(amount.numerator) if amount.denominator == 1 else f"{float(amount):.1f}"
