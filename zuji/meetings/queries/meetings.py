"""Reads of meetings: the year's, the last alike, and how one stood with its quorum."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from zuji.gatherings.queries import Turnout, expected_at
from zuji.meetings.models import MEETING_KINDS, Meeting, least_of
from zuji.organizations.models import Organization
from zuji.organizations.policies import value_on


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


def alike(branch: Organization, number: str) -> Meeting | None:
    """Give the meeting of a branch that the next one is to be like, by its number; None for nonsense."""
    return (
        Meeting.objects.of(branch).filter(pk=int(number)).first() if number.isdecimal() and len(number) < 19 else None
    )


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


def quorum_of(meeting: Meeting, turnout: Turnout) -> Quorum:
    """Compute the quorum from the branch's setting of the day: a share that must be reached or exceeded.

    Who is excused leaves the rate of attendance, but not the number whom the quorum is a share of.
    """
    return _quorum(meeting, len(turnout.people), turnout.present)


def expectation_of(meeting: Meeting) -> Quorum:
    """Say beforehand how many are expected and how many of them must come. Takes: also a meeting not yet planned."""
    return _quorum(meeting, len(expected_at(meeting)), 0)


def expectations_on(branch: Organization, on: date) -> list[tuple[Any, Quorum]]:
    """Say for each kind of meeting how many would be expected on a day, and how many of them must come."""
    return [
        (words, expectation_of(Meeting(organization=branch, kind=kind, held_on=on)))
        for kind, words in MEETING_KINDS.items()
    ]


def _quorum(meeting: Meeting, expected: int, present: int) -> Quorum:
    rule = value_on(meeting.organization, "quorum", meeting.held_on)[meeting.kind]
    return Quorum(expected, present, least_of(expected, rule["share"], is_exceeded=rule["is_exceeded"]))
