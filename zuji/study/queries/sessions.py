"""Reads of study sessions: the year's, the last alike, and the hours they amount to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet

from zuji.organizations.models import Member, Organization
from zuji.organizations.policies import value_on
from zuji.organizations.queries import members_on
from zuji.study.models import StudyAttendance, StudyMakeUp, StudySession

SELF_STUDY_CAP = Fraction(8)
"""Hours of self-study a year that are shown (domain §3)."""


def sessions_of(branch: Organization, year: int, kind: str = "") -> QuerySet[StudySession]:
    """Give a branch's sessions of a year, newest first; of one series where a kind is asked."""
    found = StudySession.objects.of(branch).filter(held_on__year=year).order_by("-held_on", "-pk")
    return found.filter(kind=kind) if kind else found


def session_years(branch: Organization) -> list[int]:
    """Give the years with a session."""
    return sorted(on.year for on in StudySession.objects.of(branch).dates("held_on", "year"))


def session_alike(branch: Organization, *, number: str, kind: str, before: date) -> StudySession | None:
    """Give the session that the next one is to be like: by its number, else the last of the kind that took place."""
    sessions = StudySession.objects.of(branch)
    if number.isdecimal() and len(number) < 19:
        return sessions.filter(pk=int(number)).first()
    return sessions.filter(kind=kind, status="held", held_on__lte=before).order_by("-held_on", "-pk").first()


def issues_for(branch: Organization) -> Any:
    """Give the journal issues that a branch may read, newest first."""
    issue: Any = StudySession._meta.get_field("issue").related_model
    return issue.objects.of(branch).order_by("-published_on", "-pk")


def session_hours(session: StudySession, credit_minutes: int) -> Fraction:
    """Give the hours of study (学时) of a session, to the nearest half; 0 where its times are not known (domain §3)."""
    if session.starts_at is None or session.ends_at is None:
        return Fraction(0)
    begins = datetime.combine(session.held_on, session.starts_at)
    minutes = int((datetime.combine(session.held_on, session.ends_at) - begins).total_seconds()) // 60
    halves = Fraction(2 * minutes, credit_minutes)
    return Fraction(int(halves + Fraction(1, 2)), 2)


@dataclass(frozen=True)
class MemberHours:
    """A member and the hours of study of a year: shown, never scored (STU-5)."""

    member: Member
    hours: Fraction


def hours_of_year(branch: Organization, year: int, *, today: date) -> list[MemberHours]:
    """Sum up the hours of study of everybody on the roll: who leads has twice the hours, self-study is capped.

    Who made a session up has its hours too.
    """
    on = min(today, date(year, 12, 31))
    sessions = {each.pk: each for each in sessions_of(branch, year).filter(status="held")}
    minutes, present = value_on(branch, "credit_minutes", on), value_on(branch, "present_marks", on)
    came = set(
        StudyAttendance.objects.filter(session__in=sessions, mark__in=present).values_list("session_id", "member_id")
    )
    came |= set(StudyMakeUp.objects.filter(session__in=sessions).values_list("session_id", "member_id"))
    heard: dict[int, list[tuple[StudySession, Fraction]]] = {}
    for number, member in sorted(came):
        session = sessions[number]
        twice = 2 if session.lead_speaker_id == member else 1
        heard.setdefault(member, []).append((session, twice * session_hours(session, minutes)))
    return [MemberHours(m, _capped(heard.get(m.pk, []))) for m in members_on(branch, on)]


def _capped(heard: Iterable[tuple[StudySession, Fraction]]) -> Fraction:
    own = Fraction(0)
    others = Fraction(0)
    for session, hours in heard:
        if session.kind == "self_study":
            own += hours
        else:
            others += hours
    return others + min(own, SELF_STUDY_CAP)
