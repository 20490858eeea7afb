"""Verbs of meetings: record one, mark who came."""

from collections.abc import Mapping
from datetime import date, time
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.footprints.actions import sync
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd, upsert
from zuji.gatherings.actions.attendance import set_marks
from zuji.meetings.footprints import footprints_of
from zuji.meetings.models import Meeting
from zuji.organizations.models import Organization


class MeetingFields(TypedDict, total=False):
    """What is said of a meeting; a field that is not given stays as it is."""

    held_on: date
    starts_at: time | None
    ends_at: time | None
    venue: str
    topic: str
    kind: str
    status: str
    recorded_on: date | None
    confirmed_by: str


@transaction.atomic
def record_meeting(
    organization: Organization,
    *,
    code: str,
    attendance: Mapping[int, str] | None = None,
    **fields: Unpack[MeetingFields],
) -> Recorded[Meeting]:
    """Write a meeting and, where given, the marks of those named (member id to mark).

    A late entry is kept; whether it counts is asked of `confirmed_by` later (C1). Raises ZujiError where the meeting
    ends before it starts.
    """
    refuse_absurd(held_on=fields.get("held_on"), recorded_on=fields.get("recorded_on"))
    starts_at, ends_at = fields.get("starts_at"), fields.get("ends_at")
    if starts_at and ends_at and ends_at < starts_at:
        raise RecordingError("ends_at", _("It cannot end before it starts."))
    recorded = upsert(Meeting, {"organization": organization, "code": code}, fields)
    meeting = recorded.record
    has_new_marks = bool(attendance) and set_marks(meeting, attendance or {})
    if recorded.is_changed or has_new_marks:
        sync(meeting, footprints_of(meeting))
    return Recorded(meeting, recorded.is_new, recorded.is_changed or has_new_marks)


@transaction.atomic
def mark_attendance(meeting: Meeting, *, marks: Mapping[int, str]) -> bool:
    """Mark who came to a meeting; members who are not named keep their mark. Says whether any mark changed."""
    is_changed = set_marks(meeting, marks)
    if is_changed:
        sync(meeting, footprints_of(meeting))
    return is_changed
