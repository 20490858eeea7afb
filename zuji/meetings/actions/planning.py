"""A meeting is planned, changed, held or called off."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Unpack

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from zuji.attachments.actions import detach_all
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, free_code
from zuji.gatherings.actions import (
    Roll,
    call_off,
    confirm,
    hold,
    locked,
    note_change,
    refuse_impossible,
)
from zuji.meetings.actions.recording import MeetingFields
from zuji.meetings.actions.votes import withdraw_open_ballots
from zuji.meetings.models import AgendaItem, Meeting, MeetingMinutes
from zuji.meetings.noun import MEETING
from zuji.meetings.queries.work_papers import reported_at
from zuji.organizations.models import Organization

MOST_AGENDA = 30


@transaction.atomic
def plan_meeting(
    branch: Organization, *, by: str, agenda: Sequence[str] = (), **fields: Unpack[MeetingFields]
) -> Recorded[Meeting]:
    """Plan a meeting. A second plan for the same day and kind is the first one: a double tap files nothing twice.

    Raises RecordingError where the day is before the branch was founded or the meeting ends before it starts.
    """
    held_on, kind = fields["held_on"], fields["kind"]
    _refuse(branch, fields)
    Organization.objects.select_for_update().get(pk=branch.pk)
    there = Meeting.objects.of(branch).filter(held_on=held_on, kind=kind).exclude(status="cancelled").first()
    if there is not None:
        return Recorded(there)
    meeting = Meeting.objects.create(
        organization=branch,
        code=free_code(Meeting.objects.of(branch), f"{MEETING.code_stem}{held_on:%Y%m%d}"),
        status="planned",
        **{**fields, "kind": kind},
    )
    _set_agenda(meeting, agenda, by=by)
    note_change(meeting, "planned", by=by)
    return Recorded(meeting, is_new=True, is_changed=True)


def _refuse(branch: Organization, fields: MeetingFields) -> None:
    refuse_impossible(
        branch, held_on=fields.get("held_on"), starts_at=fields.get("starts_at"), ends_at=fields.get("ends_at")
    )


@transaction.atomic
def change_plan(
    meeting: Meeting, *, by: str, seen: int, agenda: Sequence[str], **fields: Unpack[MeetingFields]
) -> Meeting:
    """Change when, where and about what a planned meeting is. Raises StaleGathering; a held one is not re-planned."""
    current: Meeting = locked(meeting, seen=seen)
    if current.status != "planned":
        raise ZujiError(_("Only a planned meeting can be changed here."))
    _refuse(current.organization, fields)
    for name, value in fields.items():
        setattr(current, name, value)
    _set_agenda(current, agenda, by=by)
    note_change(current, "changed", by=by)
    return current


def _set_agenda(meeting: Meeting, titles: Sequence[str], *, by: str) -> None:
    """Write the matters in order; a title that stays keeps what was written about it, and its papers."""
    wanted = list(dict.fromkeys(title.strip()[:120] for title in titles if title.strip()))[:MOST_AGENDA]
    kept = {item.title: item for item in meeting.agenda.all()}
    for title in set(kept) - set(wanted):
        detach_all(kept[title], by=by)
        kept.pop(title).delete()
    # no two may stand in one place, not even while they move
    meeting.agenda.update(position=F("position") + MOST_AGENDA)
    for place, title in enumerate(wanted, start=1):
        item = kept.get(title) or AgendaItem(meeting=meeting, title=title)
        item.position = place
        item.save()


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, reason: str, by: str) -> Meeting:
    """Call a meeting off, with a reason; a ballot still open there ends unread.

    Raises ZujiError where its minutes are approved, or a plan or summary was reported there.
    """
    minutes = MeetingMinutes.objects.filter(meeting=meeting).first()
    if minutes is not None and minutes.is_approved:
        raise ZujiError(_("Its minutes are approved: it did take place."))
    papers = reported_at(meeting)
    if papers:
        raise ZujiError(_("The %(paper)s was reported at it; take that back first.") % {"paper": papers[0]})
    called_off: Meeting = call_off(MEETING, meeting, reason=reason, by=by)
    withdraw_open_ballots(called_off, reason=called_off.cancel_reason)
    return called_off


def hold_meeting(
    meeting: Meeting,
    *,
    marks: Mapping[int, str],
    seen: int,
    on: date,
    by: str,
    guests: tuple[tuple[str, str], ...] | None = None,
) -> Meeting:
    """Note that a meeting took place and who came; see `gatherings.actions.hold`."""
    held: Meeting = hold(MEETING, meeting, roll=Roll(marks, guests), seen=seen, on=on, by=by)
    return held


def confirm_meeting(meeting: Meeting, *, by: str) -> Meeting:
    """Vouch for a meeting that was entered late, so that it counts (C1)."""
    confirmed: Meeting = confirm(MEETING, meeting, by=by)
    return confirmed
