"""Which version of a rule is in force on a day, and what it asks (C9)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.reading import Record


@dataclass(frozen=True)
class Version:
    """One row of rules.csv."""

    rule_id: str
    metric: str
    threshold: Fraction
    weight: Fraction
    group: str
    first: date
    last: date


class Rulebook:
    """All versions of all rules."""

    def __init__(self, rows: list[Record]) -> None:
        self.versions = [version(row) for row in rows]

    def ids(self, group: str) -> list[str]:
        return sorted({each.rule_id for each in self.versions if each.group == group})

    def in_force(self, rule_id: str, day: date) -> Version | None:
        for each in self.versions:
            if each.rule_id == rule_id and each.first <= day <= each.last:
                return each
        return None

    def weight(self, rule_id: str, year: int) -> Fraction:
        """C9: the weight in force on the year's first day, 0 without one."""
        found = self.in_force(rule_id, date(year, 1, 1))
        return found.weight if found else Fraction(0)


def version(row: Record) -> Version:
    return Version(
        rule_id=row.id,
        metric=row.cells["metric"],
        threshold=Fraction(row.cells["threshold"]),
        weight=Fraction(row.cells["weight"]),
        group=row.cells["score_group"],
        first=row.day,
        last=row.dates.get("effective_to", date.max),
    )
