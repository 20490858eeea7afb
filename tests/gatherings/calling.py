"""A meeting of a branch of three, at any stage, for the tests of what all gatherings share."""

from datetime import date

from tests.recording import SmallBranch
from zuji.gatherings.queries import expected_at
from zuji.meetings.actions import hold_meeting, plan_meeting
from zuji.meetings.models import Meeting

DAY = date(2019, 3, 15)
BEFORE, AFTER = date(2019, 3, 1), date(2019, 3, 16)


def planned(home: SmallBranch, **fields) -> Meeting:
    """Planned for DAY."""
    said = {"kind": "all_member", "topic": "三月学习", "held_on": DAY} | fields
    return plan_meeting(home.branch, by="田一禾", **said).record


def held(home: SmallBranch, *, guests=None, plan=None, **marks: str) -> Meeting:
    """Held on DAY, everybody present but those named with another mark."""
    meeting = planned(home, **(plan or {}))
    everyone = {member.pk: "present" for member in expected_at(meeting)}
    named = {getattr(home, name).pk: mark for name, mark in marks.items()}
    return hold_meeting(meeting, marks=everyone | named, guests=guests, seen=meeting.revision, on=AFTER, by="田一禾")
