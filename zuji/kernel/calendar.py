"""The calendar as rows: every period of a year with its first and last day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_LENGTHS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}


@dataclass(frozen=True)
class PeriodRow:
    """One calendar period. `key` is how people write it: 2018-04, 2018Q2, 2018H1, 2018."""

    cadence: str
    year: int
    number: int
    key: str
    first_on: date
    last_on: date


def periods_of(year: int) -> list[PeriodRow]:
    """Give all periods of a calendar year: 12 months, 4 quarters, 2 halves, 1 year."""
    return [
        PeriodRow(cadence, year, number, _key(cadence, year, number), *_days(year, number, length))
        for cadence, length in _LENGTHS.items()
        for number in range(1, 12 // length + 1)
    ]


def _days(year: int, number: int, length: int) -> tuple[date, date]:
    last_month = number * length
    return date(year, last_month - length + 1, 1), date(year, last_month, monthrange(year, last_month)[1])


def _key(cadence: str, year: int, number: int) -> str:
    forms = {"monthly": f"{year}-{number:02d}", "quarterly": f"{year}Q{number}", "half_yearly": f"{year}H{number}"}
    return forms.get(cadence, str(year))
