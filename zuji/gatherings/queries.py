"""Reads of gatherings: who is expected, who came, who made up, what the notice says."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from zuji.foundation.clock import SHANGHAI
from zuji.foundation.numbers import day
from zuji.gatherings.models import LEAVE_KINDS, StandingLeave
from zuji.organizations.models import Member, Organization
from zuji.organizations.models.records import MARKS, mark_for_all
from zuji.organizations.policies import value_on
from zuji.organizations.queries import members_on, owing_on, posts_on

CODE_SECONDS = 60


def expected_at(gathering: Any) -> list[Member]:
    """Give who is expected: members of the day who are not exempt, or of a committee those with a post."""
    branch, on = gathering.organization, gathering.held_on
    people = list(owing_on(branch, on))
    if gathering.is_for_committee:
        posts = posts_on(branch, on)
        people = [member for member in people if member.pk in posts]
    return people


def marks_of(gathering: Any) -> dict[int, str]:
    """Give the marks by member."""
    return dict(gathering.attendance.values_list("member_id", "mark"))


def guests_of(gathering: Any) -> tuple[tuple[str, str], ...]:
    """Give the guests as (name, unit), in the order entered."""
    return tuple(gathering.guests.values_list("name", "unit"))


def visiting_member(gathering: Any, name: str, unit: str) -> Member | None:
    """Find the member of another branch that a guest's name and unit mean; None unless exactly one is meant."""
    if not unit:
        return None
    on = gathering.held_on
    found = Member.objects.filter(
        name=name,
        memberships__organization__name__contains=unit,
        memberships__from_on__lte=on,
        memberships__until_on__gt=on,
    ).exclude(memberships__organization=gathering.organization_id)[:2]
    return found[0] if len(found) == 1 else None


def first_marks(gathering: Any, expected: list[Member]) -> dict[int, str]:
    """Give what the attendance page begins with: what is marked already, leave granted or standing, late sign-ins.

    Everybody else is present: who keeps the record taps the exceptions.
    """
    kept = marks_of(gathering)
    leave: dict[int, str] = dict(gathering.leave_requests.filter(state="granted").values_list("member_id", "kind"))
    late = {row.member_id: "late" for row in gathering.check_ins.all() if is_late_sign_in(gathering, row.at)}
    leave = standing_away(gathering.organization, gathering.held_on) | leave
    unmarked = "absent" if gathering.status == "held" else "present"
    return {m.pk: kept.get(m.pk, late.get(m.pk, leave.get(m.pk, unmarked))) for m in expected}


def standing_away(branch: Organization, on: date) -> dict[int, str]:
    """Give who of a branch is on leave for a while on a day, with the kind, which is their mark."""
    away = StandingLeave.objects.of(branch).filter(from_on__lte=on, until_on__gte=on)
    return dict(away.values_list("member_id", "kind"))


def is_late_sign_in(gathering: Any, at: datetime) -> bool:
    """Say whether a sign-in came more minutes after the beginning than the setting allows."""
    if gathering.starts_at is None:
        return False
    begins = datetime.combine(gathering.held_on, gathering.starts_at, tzinfo=SHANGHAI)
    minutes: int = value_on(gathering.organization, "late_minutes", gathering.held_on)
    return at > begins + timedelta(minutes=minutes)


@dataclass(frozen=True)
class Turnout:
    """Who came: each with their mark, in the order of the roll, judged by the settings of the day (C2).

    `made_up`: members who studied it afterwards in time.
    """

    people: tuple[tuple[Member, str], ...]
    present_marks: frozenset[str]
    excused_marks: frozenset[str]
    made_up: frozenset[int]

    @property
    def expected(self) -> int:
        """How many count as expected: who is excused leaves the denominator."""
        return sum(mark not in self.excused_marks for _member, mark in self.people)

    @property
    def present(self) -> int:
        """How many count as present."""
        return sum(mark in self.present_marks for _member, mark in self.people)

    @property
    def completed(self) -> int:
        """How many were present or made it up; the rate of attendance does not change by it."""
        return sum(
            mark in self.present_marks or (member.pk in self.made_up and mark not in self.excused_marks)
            for member, mark in self.people
        )

    @property
    def on_leave(self) -> int:
        """How many were on leave of any kind; whether that excuses is the setting's to say."""
        return sum(mark in LEAVE_KINDS for _member, mark in self.people)

    @property
    def excused(self) -> int:
        """How many are excused, and so are not expected."""
        return len(self.people) - self.expected

    @property
    def away(self) -> list[Member]:
        """Who was expected and not there: those who may make it up."""
        return [m for m, mark in self.people if mark not in self.present_marks | self.excused_marks]

    def in_words(self, *, tells_kind: bool) -> list[tuple[Member, Any]]:
        """Say each person's mark; what kind of leave it was is for those who keep the records only."""
        return [(member, MARKS[mark] if tells_kind else mark_for_all(mark)) for member, mark in self.people]


def turnout_of(gathering: Any) -> Turnout:
    """Sum up the attendance; who has no mark was absent."""
    branch, on = gathering.organization, gathering.held_on
    marks = marks_of(gathering)
    people = tuple((member, marks.get(member.pk, "absent")) for member in expected_at(gathering))
    until = make_up_until(gathering)
    in_time = gathering.make_ups.filter(studied_on__lte=until).values_list("member_id", flat=True)
    return Turnout(
        people,
        frozenset(value_on(branch, "present_marks", on)),
        frozenset(value_on(branch, "excused_marks", on)),
        frozenset(in_time),
    )


def make_up_until(gathering: Any) -> date:
    """Give the last day on which making up still completes."""
    days: int = value_on(gathering.organization, "make_up_days", gathering.held_on)
    last: date = gathering.held_on + timedelta(days=days)
    return last


def may_make_up(gathering: Any) -> list[Member]:
    """Give who may make up what took place: those expected and not there."""
    return turnout_of(gathering).away if gathering.status == "held" else []


def leave_of(gathering: Any, user: Any, *, sees_all: bool) -> list[Any]:
    """Give the leave asked: all for who keeps the records, one's own otherwise."""
    requests = gathering.leave_requests.select_related("member")
    return list(requests if sees_all else requests.filter(member__user=user))


def standing_leave_of(branch: Organization, today: date) -> Any:
    """Give the standing leave of a branch that has not ended, and what ended within the last half year."""
    since = today - timedelta(days=183)
    return StandingLeave.objects.of(branch).filter(until_on__gte=since).select_related("member")


def notice_words(gathering: Any, matters: Iterable[str]) -> str:
    """Write the notice as it is pasted into the branch's group."""
    when = day(gathering.held_on)
    if gathering.starts_at:
        when += f" {gathering.starts_at:%H:%M}"
    lines = [
        _("Notice: %(topic)s") % {"topic": gathering.topic},
        _("Time: %(when)s") % {"when": when},
    ]
    if gathering.venue:
        lines.append(_("Place: %(venue)s") % {"venue": gathering.venue})
    lines += [f"{place}. {matter}" for place, matter in enumerate(matters, start=1)]
    lines.append(_("Who cannot come, please ask leave beforehand."))
    return "\n".join(lines)


def notice_shortfall(gathering: Any, days: int) -> int:
    """Say by how many days notice fell short of the days the setting asks; 0 where it was in time or never given."""
    if gathering.notice_on is None:
        return 0
    given: int = (gathering.held_on - gathering.notice_on).days
    return max(0, days - given)


def is_late_and_unconfirmed(gathering: Any) -> bool:
    """Say whether what took place was entered so late that it does not count yet (C1)."""
    if gathering.status != "held" or gathering.recorded_on is None or gathering.confirmed_by:
        return False
    late_after: int = value_on(gathering.organization, "late_after_days", gathering.held_on)
    passed: int = (gathering.recorded_on - gathering.held_on).days
    return passed > late_after


def other_marks(gathering: Any, marks: dict[int, str]) -> list[tuple[Member, Any]]:
    """Give who is marked otherwise than somebody entered, with the mark that is saved."""
    saved = marks_of(gathering)
    people = expected_at(gathering)
    return [(m, MARKS[saved[m.pk]]) for m in people if m.pk in saved and saved[m.pk] != marks.get(m.pk)]


def code_at(gathering: Any, at: datetime) -> str:
    """Give the six digits that sign in at an instant; "" while signing in is closed."""
    if not gathering.sign_in_key:
        return ""
    slot = int(at.timestamp()) // CODE_SECONDS
    digest = hmac.new(gathering.sign_in_key.encode(), str(slot).encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(digest[:8]) % 1_000_000:06}"


def is_right_code(gathering: Any, code: str, at: datetime) -> bool:
    """Say whether a code is that of now or of the minute before."""
    before = at - timedelta(seconds=CODE_SECONDS)
    valid = [code_at(gathering, at), code_at(gathering, before)]
    return bool(gathering.sign_in_key) and any(hmac.compare_digest(code.encode(), each.encode()) for each in valid)


def is_expected(gathering: Any, member: Member | None) -> bool:
    """Say whether somebody is a member of the branch on the day."""
    if member is None:
        return False
    return members_on(gathering.organization, gathering.held_on).filter(pk=member.pk).exists()


def marks_at(event: Any, branch: Organization) -> dict[int, str]:
    """Give the marks of a branch's members at an event that branches share, such as a theme activity."""
    return dict(event.attendance.filter(organization=branch).values_list("member_id", "mark"))


def expected_on(branch: Organization, on: date) -> list[Member]:
    """Give who of a branch is expected on a day."""
    return list(owing_on(branch, on))


def other_marks_at(
    event: Any, branch: Organization, people: list[Member], marks: dict[int, str]
) -> list[tuple[Member, Any]]:
    """Give who of a branch is marked otherwise than somebody entered, with the mark that is saved."""
    saved = marks_at(event, branch)
    return [(m, MARKS[saved[m.pk]]) for m in people if m.pk in saved and saved[m.pk] != marks.get(m.pk)]


def first_marks_at(
    event: Any, branch: Organization, people: list[Member], *, away: Mapping[int, str] | None = None
) -> dict[int, str]:
    """Give what a branch's list begins with: what is marked already, else everybody present but for who is `away`."""
    kept, leave = marks_at(event, branch), away or {}
    return {m.pk: kept.get(m.pk, "absent" if kept else leave.get(m.pk, "present")) for m in people}


def away_from(activity: Any, branch: Organization) -> dict[int, str]:
    """Give who of a branch is on leave from an activity, for a while or from this one, with the kind."""
    granted = activity.leave_requests.filter(state="granted").values_list("member_id", "kind")
    return standing_away(branch, activity.held_on) | dict(granted)


def is_leave_open(activity: Any, branch: Organization) -> bool:
    """Say whether a branch's leave from an activity may still be asked and decided: until it enters who came."""
    return activity.status != "cancelled" and not activity.attendance.filter(organization=branch).exists()


def activity_leave_of(activity: Any, branch: Organization, user: Any, *, sees_all: bool) -> list[Any]:
    """Give the leave asked of a branch from an activity: all for who keeps its list, one's own otherwise."""
    people = members_on(branch, activity.held_on)
    requests = activity.leave_requests.filter(member__in=people.values("pk")).select_related("member")
    return list(requests if sees_all else requests.filter(member__user=user))


def turnout_at(activity: Any, branch: Organization) -> Turnout | None:
    """Sum up who of a branch came to an activity, as for a gathering; None while its list is not entered."""
    marks, on = marks_at(activity, branch), activity.held_on
    if not marks:
        return None
    people = tuple((member, marks.get(member.pk, "absent")) for member in expected_on(branch, on))
    present, excused = value_on(branch, "present_marks", on), value_on(branch, "excused_marks", on)
    return Turnout(people, frozenset(present), frozenset(excused), frozenset())
