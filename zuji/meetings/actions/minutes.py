"""The minutes of a meeting: written, approved, with what they give people to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.gatherings.actions import locked, note_change
from zuji.meetings.footprints import footprints_of_minutes
from zuji.meetings.models import ActionItem, Meeting, MeetingMinutes
from zuji.meetings.queries import findable_of
from zuji.search.actions import keep_findable


@dataclass(frozen=True)
class Assignment:
    """One thing the meeting gave somebody to do."""

    matter: str
    owner_id: int | None = None
    due_on: date | None = None


@transaction.atomic
def write_minutes(
    meeting: Meeting,
    *,
    words: Mapping[int, tuple[str, str]],
    assignments: Sequence[Assignment],
    seen: int,
    by: str,
) -> MeetingMinutes:
    """Write the minutes of a meeting that took place.

    Takes: (what was said, what was decided) by agenda item, and everything that was given out to be done; an item done
    already stays so. Raises StaleGathering; ZujiError for a meeting that did not take place, or approved minutes.
    """
    current = locked(meeting, seen=seen)
    if current.status == "cancelled":
        raise ZujiError(_("This was called off; there is nothing to take minutes of."))
    if current.status != "held":
        raise ZujiError(_("Mark first who came; then write the minutes."))
    minutes, _is_new = MeetingMinutes.objects.get_or_create(
        meeting=current, defaults={"organization_id": current.organization_id, "written_by": by}
    )
    if minutes.is_approved:
        raise ZujiError(_("These minutes are approved and stay as they are."))
    for item in current.agenda.all():
        item.text, item.resolution = words.get(item.pk, (item.text, item.resolution))
        item.save(update_fields=["text", "resolution"])
    _set_assignments(current, assignments)
    note_change(current, "minutes", by=by)
    return minutes


def _set_assignments(meeting: Meeting, assignments: Sequence[Assignment]) -> None:
    """Write what is to be done; a matter that stays is the same thing, done or dropped as it was."""
    kept: dict[str, list[ActionItem]] = {}
    for item in meeting.action_items.all():
        kept.setdefault(item.matter, []).append(item)
    for each in assignments:
        matter = each.matter.strip()[:160]
        if not matter:
            continue
        same = kept.get(matter, [])
        own = next((item for item in same if item.owner_id == each.owner_id), same[0] if same else None)
        if own is None:
            own = ActionItem(meeting=meeting, matter=matter)
        else:
            same.remove(own)
        own.owner_id, own.due_on = each.owner_id, each.due_on
        own.save()
    for left in kept.values():
        for item in left:
            item.delete()


@transaction.atomic
def approve_minutes(minutes: MeetingMinutes, *, on: date, by: str) -> MeetingMinutes:
    """Approve minutes; from then on they stay as they are and count as filed and are found. Twice changes nothing.

    Raises ZujiError while a ballot is open.
    """
    current = locked(minutes.meeting)
    minutes = MeetingMinutes.objects.get(pk=minutes.pk)
    if not minutes.is_approved:
        if current.votes.filter(state="open").exists():
            raise ZujiError(_("A ballot is still open; close it first."))
        minutes.approved_on, minutes.approved_by = on, by
        minutes.save(update_fields=["approved_on", "approved_by"])
        note_change(current, "approved", by=by)
        sync(minutes, footprints_of_minutes(minutes))
        keep_findable(minutes, findable_of(minutes))
    return minutes
