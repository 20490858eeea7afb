"""Scores from standings (C12): one exact fraction, rounded half up once at the end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from zuji.institutions.models import Duty, Standing
from zuji.institutions.queries.standings import DECIDED, FULFILLED


@dataclass(frozen=True)
class ScoreLine:
    """What one duty adds to a score. `weight` is that of the version in force on the year's first day (C9)."""

    code: str
    duty: Duty
    weight: Fraction
    satisfied: int
    owed: int

    @property
    def points(self) -> Fraction | None:
        """Weight x satisfied / owed, not rescaled; None when nothing is owed."""
        return self.weight * self.satisfied / self.owed if self.owed else None


@dataclass(frozen=True)
class Score:
    """A score of a branch or a member: the lines, and their sum scaled to 100 over the lines with anything owed."""

    lines: tuple[ScoreLine, ...]

    @property
    def value(self) -> Fraction | None:
        """The exact score out of 100; None when nothing with a weight is owed."""
        counting = [line for line in self.lines if line.owed]
        weight = sum((line.weight for line in counting), Fraction(0))
        if weight == 0:
            return None
        return 100 * sum((line.weight * line.satisfied / line.owed for line in counting), Fraction(0)) / weight


def rounded(value: Fraction | None) -> str | None:
    """Write an exact figure with two decimals, half up, as it stands in files; pages write it by `numbers.score`."""
    if value is None:
        return None
    cents = (value.numerator * 100 * 2 + value.denominator) // (value.denominator * 2)
    return str(Decimal(cents).scaleb(-2).quantize(Decimal("0.01"), ROUND_HALF_UP))


def score(duties: Iterable[Duty], standings: Iterable[Standing], *, year: int, credited_to: str) -> Score:
    """Sum standings into the score they feed, one line for each duty code, in the order of the texts.

    Takes: the duties that bind in the year, and the standings of one branch (or of one member). Only decided standings
    count as owed.
    """
    first_day = date(year, 1, 1)
    lines: dict[str, list[Duty]] = {}
    for duty in duties:
        if duty.credited_to == credited_to:
            lines.setdefault(duty.code, []).append(duty)
    satisfied: dict[str, int] = {}
    owed: dict[str, int] = {}
    for standing in standings:
        if standing.duty.credited_to == credited_to and standing.status in DECIDED:
            code = standing.duty.code
            owed[code] = owed.get(code, 0) + 1
            satisfied[code] = satisfied.get(code, 0) + (standing.status in FULFILLED)
    return Score(
        tuple(
            ScoreLine(code, versions[-1], _weight_on(versions, first_day), satisfied.get(code, 0), owed.get(code, 0))
            for code, versions in lines.items()
        )
    )


def _weight_on(versions: list[Duty], on: date) -> Fraction:
    for duty in versions:
        if duty.from_on <= on and (duty.until_on is None or on < duty.until_on):
            return Fraction(duty.weight)
    return Fraction(0)
