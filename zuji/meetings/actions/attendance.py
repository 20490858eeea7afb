"""At and after a meeting: it took place, and who came."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import set_rows
from zuji.meetings.actions.locking import locked, note_change, refuse_stale
from zuji.meetings.footprints import footprints_of
from zuji.meetings.models import Meeting
from zuji.meetings.queries import expected_at, marks_of
from zuji.organizations.models.records import MARKS


@transaction.atomic
def confirm_meeting(meeting: Meeting, *, by: str) -> Meeting:
    """Vouch for a meeting that was entered late, so that it counts (C1).

    Raises ZujiError where the one who entered it vouches, for that would be nobody else's word.
    """
    current = locked(meeting)
    entered = current.events.filter(what="attendance").first()
    if entered is not None and entered.by == by:
        raise ZujiError(_("You entered this yourself; somebody else has to confirm it."))
    if not current.confirmed_by:
        current.confirmed_by = by
        note_change(current, "confirmed", by=by)
        sync(current, footprints_of(current))
    return current


@transaction.atomic
def hold_meeting(meeting: Meeting, *, marks: Mapping[int, str], seen: int, on: date, by: str) -> Meeting:
    """Note that a meeting took place and who came; said again, it corrects.

    Takes: marks by member id, for those expected that day. The first entry's day stays the day it was recorded (C1).
    Raises StaleMeeting; ZujiError for a meeting still to come or called off, a stranger, an unknown mark.
    """
    current = locked(meeting)
    if current.status == "held" and marks_of(current) == dict(marks):
        return current  # a double tap, or two who saw the same: nobody is in anybody's way
    refuse_stale(current, seen)
    if current.status == "cancelled":
        raise ZujiError(_("This meeting was called off; plan a new one for the day it was made up."))
    if current.held_on > on:
        raise ZujiError(_("This meeting is still to come; mark who came when it has begun."))
    strangers = set(marks) - {member.pk for member in expected_at(current)}
    if strangers or set(marks.values()) - set(MARKS):
        raise ZujiError(_("The list does not fit this meeting; load the page again."))
    if current.status == "planned":
        current.status, current.recorded_on = "held", on
    wanted = {who: {"mark": mark, "organization_id": current.organization_id} for who, mark in marks.items()}
    set_rows(current.attendance, "member_id", wanted, is_all=False)
    note_change(current, "attendance", by=by)
    sync(current, footprints_of(current))
    return current
