"""Who is a member, who is exempt and who is in office on a given day."""

from dataclasses import dataclass
from datetime import date

from tests.oracle.days import DAY, month_days
from tests.oracle.reading import Record

DIRECTOR = "主任"
VICE_DIRECTOR = "副主任"


@dataclass(frozen=True)
class Span:
    """Days from first to last, both included, of one member's membership, exemption or post."""

    member_id: str
    first: date
    last: date
    post: str = ""

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


class People:
    """The branch's registers, asked one person and one day at a time."""

    def __init__(self, members: list[Record], exemptions: list[Record], posts: list[Record]) -> None:
        self.known = sorted({row.id for row in members})
        self.memberships = [membership(row) for row in members]
        self.exemptions = [span(row) for row in exemptions if row.id in self.known]
        self.posts = [span(row) for row in posts if row.id in self.known]

    def span_on(self, member_id: str, day: date) -> Span | None:
        """The membership span that covers the day."""
        for held in self.memberships:
            if held.member_id == member_id and held.covers(day):
                return held
        return None

    def is_member(self, member_id: str, day: date) -> bool:
        return self.span_on(member_id, day) is not None

    def is_exempt(self, member_id: str, day: date) -> bool:
        return any(held.member_id == member_id and held.covers(day) for held in self.exemptions)

    def is_in_post(self, member_id: str, day: date, *posts: str) -> bool:
        return any(held.member_id == member_id and held.covers(day) and held.post in posts for held in self.posts)

    def required_on(self, day: date) -> list[str]:
        """C2: members on the day who are not exempt on the day."""
        return [who for who in self.known if self.is_member(who, day) and not self.is_exempt(who, day)]

    def owing_quarterly(self, last_day: date) -> list[str]:
        """C4: required on the quarter's last day, and then in that span for at least 30 days, both ends counted."""
        owing = []
        for who in self.required_on(last_day):
            held = self.span_on(who, last_day)
            if held is not None and (last_day - held.first).days + 1 >= 30:
                owing.append(who)
        return owing

    def has_yearly_duty(self, member_id: str, year: int) -> bool:
        """C5: a member on 31 December whose span began on or before 30 June."""
        held = self.span_on(member_id, date(year, 12, 31))
        return held is not None and held.first <= date(year, 6, 30)

    def is_exempt_month(self, member_id: str, year: int, month: int) -> bool:
        return all(self.is_exempt(member_id, day) for day in month_days(year, month))

    def exempt_months(self, member_id: str, year: int) -> int:
        return sum(self.is_exempt_month(member_id, year, month) for month in range(1, 13))

    def full_months(self, member_id: str, year: int) -> int:
        """Months of which every day is membership, in whichever span, and which are not exempt months."""
        return sum(
            all(self.is_member(member_id, day) for day in month_days(year, month))
            and not self.is_exempt_month(member_id, year, month)
            for month in range(1, 13)
        )

    def of_year(self, year: int) -> list[str]:
        """Everyone with at least one day of membership in the year."""
        days = [day for month in range(1, 13) for day in month_days(year, month)]
        return [who for who in self.known if any(self.is_member(who, day) for day in days)]


def membership(row: Record) -> Span:
    """A membership span; `left_on` is the first day no longer a member."""
    left = row.dates.get("left_on")
    return Span(row.id, row.day, date.max if left is None else left - DAY)


def span(row: Record) -> Span:
    """An exemption or a post; `to_on` is its last day, empty while it still runs."""
    return Span(row.id, row.day, row.dates.get("to_on", date.max), row.cells.get("post", ""))
