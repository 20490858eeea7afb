"""How numbers are written, and the score in which they end (C12)."""

from fractions import Fraction
from math import floor


def number(value: Fraction) -> int | float:
    """A threshold or weight as JSON has it."""
    return value.numerator if value.denominator == 1 else float(value)


def two_decimals(value: Fraction) -> str:
    """Rounded half up, once, at the very end."""
    hundredths = floor(value * 100 + Fraction(1, 2))
    return f"{hundredths // 100}.{hundredths % 100:02}"


def score(lines: list[tuple[Fraction, int, int]]) -> str | None:
    """C12 over (weight, satisfied, owed) of each rule; None when nothing that weighs anything is owed."""
    owed = [line for line in lines if line[2] > 0]
    total = sum(weight for weight, _, _ in owed)
    if total == 0:
        return None
    return two_decimals(sum((weight * done / of for weight, done, of in owed), Fraction(0)) / total * 100)
