"""Seeded chance that likes the days on which something begins or ends."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from tests.oracle.days import DAY, days_between, month_days, quarter_days

Choice = TypeVar("Choice")
Row = dict[str, str]

STRANGER = "X99"


class Dice:
    """One world's source of chance; `edges` are the days around which mistakes happen."""

    def __init__(self, seed: int, year: int) -> None:
        self.year = year
        self.random = random.Random(f"{seed}/{year}")
        self.days = list(days_between(date(year, 1, 1), date(year, 12, 31)))
        self.edges = calendar_edges(year)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def pick(self, choices: Sequence[Choice]) -> Choice:
        return self.random.choice(choices)

    def count(self, least: int, most: int) -> int:
        return self.random.randint(least, most)

    def day(self) -> date:
        """Mostly an edge or its neighbour, else any day of the year; now and then outside the year."""
        if self.chance(0.05):
            return self.pick(
                [self.days[0] - DAY, self.days[0] - 20 * DAY, self.days[-1] + DAY, self.days[-1] + 20 * DAY]
            )
        if self.chance(0.6):
            return self.pick(self.edges) + self.pick([-1, 0, 0, 1]) * DAY
        return self.pick(self.days)

    def day_in_year(self) -> date:
        day = self.day()
        return day if day.year == self.year else self.pick(self.days)

    def edge_at(self, *days: date) -> None:
        """Let later records gather around these days too."""
        self.edges += [day for day in days if day.year == self.year]

    def who(self, members: Sequence[str]) -> str:
        """Some member, rarely somebody unknown."""
        return STRANGER if self.chance(0.03) else self.pick(members)

    def recorded(self, day: date) -> Row:
        """When a record of that day was entered, around the 30 days of a late entry, and who confirmed it."""
        after = self.pick([0, 0, 0, 1, 29, 30, 31, 45])
        return {
            "recorded_on": str(day + timedelta(days=after)),
            "confirmed_by": "M01" if self.chance(0.5 if after > 30 else 0.05) else "",
        }

    def spoil(self, rows: list[Row], own: str, *others: str) -> list[Row]:
        """The same rows, a few of them with a date that cannot be.

        Only a record's own date may be empty or unreadable; another one is always impossible in the own date's year, so
        that there is one reading of the year to which the refused record belongs.
        """
        for row in rows:
            if self.chance(0.03):
                begins, time = row[own][:4], row[own][10:]
                impossible = f"{begins}-{self.pick(['02-30', '04-31', '13-01', '00-10', '11-00'])}"
                column = self.pick([own, *others])
                row[column] = self.pick([impossible + time, "不详", ""]) if column == own else impossible
        return rows


def calendar_edges(year: int) -> list[date]:
    """Ends of months and quarters, the 30th day before a quarter's end, the middle and the ends of the year."""
    edges = [date(year, 6, 30), date(year, 7, 1), date(year, 12, 31), date(year, 1, 1)]
    for month in range(1, 13):
        days = month_days(year, month)
        edges += [days[0], days[-1]]
    for quarter in range(1, 5):
        last = quarter_days(year, quarter)[-1]
        edges += [last, last - 29 * DAY]
    return edges
