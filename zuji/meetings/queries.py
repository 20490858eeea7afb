"""Reads of meetings: who is expected, how it stood with the quorum, what is still to be done."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from zuji.foundation.numbers import day
from zuji.meetings.models import LeaveRequest, Meeting
from zuji.organizations.models import Member, Organization
from zuji.organizations.models.records import MARKS, mark_for_all
from zuji.organizations.policies import value_on
from zuji.organizations.queries import owing_on, posts_on

PRESENT = ("present", "online", "late", "left_early")


def meetings_of(branch: Organization, year: int) -> QuerySet[Meeting]:
    """Give a branch's meetings of a year, newest first."""
    return Meeting.objects.of(branch).filter(held_on__year=year).order_by("-held_on", "-pk")


def meeting_years(branch: Organization) -> list[int]:
    """Give the years with a meeting."""
    return sorted(on.year for on in Meeting.objects.of(branch).dates("held_on", "year"))


def last_alike(branch: Organization, kind: str, before: date) -> Meeting | None:
    """Give the last meeting of a kind that took place before a day: what the next one is copied from."""
    held = Meeting.objects.of(branch).filter(kind=kind, status="held", held_on__lt=before)
    return held.order_by("-held_on", "-pk").first()


def expected_at(meeting: Meeting) -> list[Member]:
    """Give who is expected at a meeting: members of the day who are not exempt, or of a committee those with a post."""
    branch, on = meeting.organization, meeting.held_on
    people = list(owing_on(branch, on))
    if meeting.kind == "committee":
        posts = posts_on(branch, on)
        people = [member for member in people if member.pk in posts]
    return people


@dataclass(frozen=True)
class Quorum:
    """How many must be present for a meeting to decide, and how many were."""

    expected: int
    present: int
    needed: int

    @property
    def is_reached(self) -> bool:
        """Say whether the meeting could decide."""
        return self.expected > 0 and self.present >= self.needed


def quorum_of(meeting: Meeting, marks: dict[int, str], expected: int) -> Quorum:
    """Compute the quorum from the branch's setting of the day: a share that must be reached or exceeded."""
    rule = value_on(meeting.organization, "quorum", meeting.held_on)[meeting.kind]
    share = Fraction(rule["share"])
    least = share * expected
    needed = -(-least.numerator // least.denominator)
    if rule["is_exceeded"] and least.denominator == 1:
        needed += 1
    return Quorum(expected, sum(mark in PRESENT for mark in marks.values()), needed)


def marks_of(meeting: Meeting) -> dict[int, str]:
    """Give the marks of a meeting by member."""
    return dict(meeting.attendance.values_list("member_id", "mark"))


def first_marks(meeting: Meeting, expected: list[Member]) -> dict[int, str]:
    """Give what the attendance page begins with: what is marked already, a granted leave, else everyone present."""
    kept = marks_of(meeting)
    granted = meeting.leave_requests.filter(state="granted").values_list("member_id", "kind")
    leave: dict[int, str] = dict(granted)
    unmarked = "absent" if meeting.status == "held" else "present"
    return {m.pk: kept.get(m.pk, leave.get(m.pk, unmarked)) for m in expected}


@dataclass(frozen=True)
class Turnout:
    """Who came to a meeting: each with their mark, in the order of the roll."""

    people: tuple[tuple[Member, str], ...]
    quorum: Quorum

    def in_words(self, *, tells_kind: bool) -> list[tuple[Member, Any]]:
        """Say each person's mark; what kind of leave it was is for those who keep the records only."""
        return [(member, MARKS[mark] if tells_kind else mark_for_all(mark)) for member, mark in self.people]


def turnout_of(meeting: Meeting) -> Turnout:
    """Sum up a meeting's attendance; who has no mark was absent."""
    expected, marks = expected_at(meeting), marks_of(meeting)
    people = tuple((member, marks.get(member.pk, "absent")) for member in expected)
    return Turnout(people, quorum_of(meeting, {member.pk: mark for member, mark in people}, len(expected)))


def leave_of(meeting: Meeting, user: Any, *, sees_all: bool) -> list[LeaveRequest]:
    """Give the leave asked of a meeting: all for who keeps the records, one's own otherwise."""
    requests = meeting.leave_requests.select_related("member")
    return list(requests if sees_all else requests.filter(member__user=user))


def notice_words(meeting: Meeting) -> str:
    """Write the notice of a meeting as it is pasted into the branch's group."""
    when = day(meeting.held_on)
    if meeting.starts_at:
        when += f" {meeting.starts_at:%H:%M}"
    lines = [_("Notice of a meeting: %(topic)s") % {"topic": meeting.topic}, _("Time: %(when)s") % {"when": when}]
    if meeting.venue:
        lines.append(_("Place: %(venue)s") % {"venue": meeting.venue})
    lines += [f"{place}. {item.title}" for place, item in enumerate(meeting.agenda.all(), start=1)]
    lines.append(_("Who cannot come, please ask leave beforehand."))
    return "\n".join(lines)


def is_late_and_unconfirmed(meeting: Meeting) -> bool:
    """Say whether a meeting that took place was entered so late that it does not count yet (C1)."""
    if meeting.status != "held" or meeting.recorded_on is None or meeting.confirmed_by:
        return False
    late_after: int = value_on(meeting.organization, "late_after_days", meeting.held_on)
    return (meeting.recorded_on - meeting.held_on).days > late_after


def other_marks(meeting: Meeting, marks: dict[int, str]) -> list[tuple[Member, Any]]:
    """Give who is marked otherwise than somebody entered, with the mark that is saved."""
    saved = marks_of(meeting)
    return [(m, MARKS[saved[m.pk]]) for m in expected_at(meeting) if m.pk in saved and saved[m.pk] != marks.get(m.pk)]
