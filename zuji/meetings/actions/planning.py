"""Before a meeting: plan it, give notice of it, change it, call it off."""

from collections.abc import Sequence
from datetime import date
from typing import Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd
from zuji.meetings.actions.locking import locked, note_change
from zuji.meetings.actions.recording import MeetingFields
from zuji.meetings.footprints import footprints_of
from zuji.meetings.models import AgendaItem, Meeting
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
    _refuse_impossible(branch, fields)
    Organization.objects.select_for_update().get(pk=branch.pk)
    there = Meeting.objects.of(branch).filter(held_on=held_on, kind=kind).exclude(status="cancelled").first()
    if there is not None:
        return Recorded(there)
    meeting = Meeting.objects.create(
        organization=branch, code=_free_code(branch, held_on), status="planned", **{**fields, "kind": kind}
    )
    _set_agenda(meeting, agenda)
    note_change(meeting, "planned", by=by)
    return Recorded(meeting, is_new=True, is_changed=True)


def _free_code(branch: Organization, held_on: date) -> str:
    taken = set(Meeting.objects.of(branch).filter(held_on=held_on).values_list("code", flat=True))
    stem = f"MT{held_on:%Y%m%d}"
    return next(code for code in (stem, *(f"{stem}-{number}" for number in range(2, 100))) if code not in taken)


def _refuse_impossible(branch: Organization, fields: MeetingFields) -> None:
    refuse_absurd(held_on=fields.get("held_on"))
    held_on, starts_at, ends_at = fields.get("held_on"), fields.get("starts_at"), fields.get("ends_at")
    if branch.founded_month and held_on and held_on.strftime("%Y-%m") < branch.founded_month:
        founded = {"month": branch.founded_month}
        raise RecordingError("held_on", _("That is before the branch was founded (%(month)s).") % founded)
    if starts_at and ends_at and ends_at < starts_at:
        raise RecordingError("ends_at", _("A meeting cannot end before it starts."))


@transaction.atomic
def change_plan(
    meeting: Meeting, *, by: str, seen: int, agenda: Sequence[str], **fields: Unpack[MeetingFields]
) -> Meeting:
    """Change when, where and about what a planned meeting is. Raises StaleMeeting; a held one is not re-planned."""
    current = locked(meeting, seen=seen)
    if current.status != "planned":
        raise ZujiError(_("Only a planned meeting can be changed here."))
    _refuse_impossible(current.organization, fields)
    for name, value in fields.items():
        setattr(current, name, value)
    _set_agenda(current, agenda)
    note_change(current, "changed", by=by)
    return current


def _set_agenda(meeting: Meeting, titles: Sequence[str]) -> None:
    """Write the matters in order; a title that stays keeps what was written about it."""
    wanted = [title.strip()[:120] for title in titles if title.strip()][:MOST_AGENDA]
    kept = {item.title: (item.text, item.resolution) for item in meeting.agenda.all()}
    meeting.agenda.all().delete()
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, position=place, title=title, text=text, resolution=resolution)
        for place, title in enumerate(wanted, start=1)
        for text, resolution in [kept.get(title, ("", ""))]
    )


@transaction.atomic
def give_notice(meeting: Meeting, *, on: date, by: str) -> Meeting:
    """Note that notice has gone out; given again, the first day stands."""
    current = locked(meeting)
    if current.status != "planned":
        raise ZujiError(_("Notice is given of planned meetings only."))
    if current.notice_on is None:
        current.notice_on = on
        note_change(current, "notice", by=by)
    return current


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, reason: str, by: str) -> Meeting:
    """Say that a meeting did not take place, and why: a cancelled meeting is not a missed one, and it does not count.

    Raises ZujiError without a reason, or where its minutes are approved.
    """
    current = locked(meeting)
    if not reason.strip():
        raise RecordingError("cancel_reason", _("Please give a reason."))
    minutes = getattr(current, "minutes", None)
    if minutes is not None and minutes.is_approved:
        raise ZujiError(_("Its minutes are approved: it did take place."))
    current.status, current.cancel_reason = "cancelled", reason.strip()[:120]
    note_change(current, "cancelled", by=by, note=current.cancel_reason)
    sync(current, footprints_of(current))
    return current
