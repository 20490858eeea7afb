"""Made-up members who join, leave and come back, their exemptions and their posts."""

from datetime import date

from tests.oracle.days import DAY, month_days
from tests.oracle.made.dice import Dice, Row
from tests.oracle.people import DIRECTOR, VICE_DIRECTOR

NAMES = ("田一禾", "乔二木", "石三川", "路四方", "谷五丰", "陆六和", "戚七星", "卜八音", "邱九思")


def members(dice: Dice) -> list[Row]:
    """Three to nine members; M01 stays the whole year, so that somebody does."""
    rows: list[Row] = []
    for number in range(dice.count(3, 9)):
        spans = [(date(dice.year - 5, 3, 1), None)] if number == 0 else membership(dice)
        rows += [member_row(number, first, left) for first, left in spans]
    return rows


def membership(dice: Dice) -> list[tuple[date, date | None]]:
    """One or two spans that do not overlap; the second may begin on the very day on which the first ended."""
    before = date(dice.year - dice.count(1, 9), dice.count(1, 12), 15)
    first, second, third = sorted(dice.day_in_year() for _ in range(3))
    dice.edge_at(first, second, third)
    shapes: list[list[tuple[date, date | None]]] = [
        [(before, None)],
        [(before, None)],
        [(first, None)],
        [(before, second)],
        [(first, second + DAY)],
        [(before, first), (second, None)],
        [(before, first), (first, None)],
        [(before, first), (second, third + DAY)],
        [(before, date(dice.year, 1, 1))],
        [(before, date(dice.year, 12, 31))],
        [(date(dice.year + 1, 1, 1), None)],
    ]
    return dice.pick(shapes)


def member_row(number: int, first: date, left: date | None) -> Row:
    return {
        "member_id": f"M{number + 1:02}",
        "name": NAMES[number],
        "sex": "男女"[number % 2],
        "birth_month": f"{1970 + number}-05",
        "joined_org_month": f"{first:%Y-%m}",
        "joined_branch_on": str(first),
        "left_on": str(left or ""),
        "employer_kind": "中职学校",
        "employer": "某中职学校甲",
        "sector": "教育",
    }


def exemptions(dice: Dice, people: list[str]) -> list[Row]:
    """Whole months, nearly whole months, adjacent and overlapping stretches, single days."""
    rows = []
    for who in people:
        for _ in range(dice.pick([0, 0, 0, 1, 1, 2])):
            for first, last in stretches(dice):
                dice.edge_at(first, last)
                rows.append(
                    {
                        "member_id": who,
                        "from_on": str(first),
                        "to_on": "" if dice.chance(0.05) else str(last),
                        "reason": "病假",
                        "approved_by": "M01",
                    }
                )
    return rows


def stretches(dice: Dice) -> list[tuple[date, date]]:
    start = dice.count(1, 12)
    first = month_days(dice.year, start)[0]
    last = month_days(dice.year, min(12, start + dice.pick([0, 1, 2, 4, 5, 6])))[-1]
    middle = first + (last - first) // 2
    somewhen = dice.day_in_year()
    shapes = [
        [(first, last)],
        [(first, last)],
        [(first + DAY, last)],
        [(first, last - DAY)],
        [(first, middle), (middle + DAY, last)],
        [(first, middle), (middle - DAY, last)],
        [(first, middle), (middle + 2 * DAY, last)],
        [(somewhen, somewhen)],
    ]
    return dice.pick(shapes)


def posts(dice: Dice, people: list[str]) -> list[Row]:
    """A director, perhaps a change of directors with or without a vacancy, and up to two vice-directors."""
    start = date(dice.year - 2, 12, 1)
    first, second, *others = dice.random.sample(people, len(people))
    changed_on = dice.day_in_year()
    dice.edge_at(changed_on)
    taken_over_on = changed_on + dice.pick([1, 1, 1, 2, 40]) * DAY
    rows = dice.pick(
        [
            [post_row(first, DIRECTOR, start, None)],
            [post_row(first, DIRECTOR, start, changed_on)],
            [post_row(first, DIRECTOR, start, changed_on), post_row(second, DIRECTOR, taken_over_on, None)],
            [
                post_row(first, DIRECTOR, start, changed_on),
                post_row(second, VICE_DIRECTOR, start, changed_on),
                post_row(second, DIRECTOR, changed_on + DAY, None),
            ],
        ]
    )
    for who in others[: dice.count(0, 2)]:
        ends_on = dice.pick([None, None, dice.day_in_year()])
        rows.append(post_row(who, VICE_DIRECTOR, dice.pick([start, date(dice.year, 1, 1)]), ends_on))
    return rows


def post_row(who: str, post: str, first: date, last: date | None) -> Row:
    return {"member_id": who, "post": post, "from_on": str(first), "to_on": str(last or "")}
