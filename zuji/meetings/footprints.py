"""How meetings count: one held, and a mark for each member who has one. A cancelled one leaves nothing (C3)."""

from zuji.footprints.facts import Fact, reference_to
from zuji.meetings.models import Meeting, MeetingMinutes, WorkPaper

_KINDS = {"all_member": "meeting.held", "committee": "committee_meeting.held"}
_REPORTED = {"plan": "plan.reported", "summary": "summary.reported"}


def footprints_of(meeting: Meeting) -> list[Fact]:
    """Which facts a meeting amounts to now."""
    if meeting.status != "held":
        return []
    own = reference_to(meeting)
    held = Fact(
        kind=_KINDS[meeting.kind],
        organization_id=meeting.organization_id,
        credit="branch",
        about=own,
        happened_on=meeting.held_on,
        recorded_on=meeting.recorded_on,
        is_confirmed=bool(meeting.confirmed_by),
    )
    if meeting.kind != "all_member":
        return [held]
    marks = [
        Fact(
            kind="meeting.attended",
            organization_id=attendance.organization_id,
            credit="member",
            member_id=attendance.member_id,
            about=own,
            happened_on=meeting.held_on,
            mark=attendance.mark,
        )
        for attendance in meeting.attendance.all()
    ]
    return [held, *marks]


def footprints_of_minutes(minutes: MeetingMinutes) -> list[Fact]:
    """Minutes count as filed on the day they are approved, about their meeting."""
    if minutes.approved_on is None:
        return []
    return [
        Fact(
            kind="minutes.filed",
            organization_id=minutes.organization_id,
            credit="branch",
            about=reference_to(minutes.meeting),
            happened_on=minutes.approved_on,
        )
    ]


def footprints_of_work_paper(paper: WorkPaper) -> list[Fact]:
    """A plan or a summary counts on the day the members were told, about its year."""
    if paper.reported_on is None:
        return []
    return [
        Fact(
            kind=_REPORTED[paper.kind],
            organization_id=paper.organization_id,
            credit="branch",
            about=str(paper.year),
            happened_on=paper.reported_on,
        )
    ]
