"""What a meeting gave people to do: done, given to another or another day, or dropped with a reason."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, refuse_absurd
from zuji.gatherings.actions import locked, note_change
from zuji.meetings.models import ActionItem, ActionItemChange, MeetingMinutes


@transaction.atomic
def complete_action_item(item: ActionItem, *, on: date, by: str) -> ActionItem:
    """Note that something is done; the first day stands. Raises ZujiError for what was dropped."""
    current = _locked(item)
    if current.dropped_on is not None:
        raise ZujiError(_("This was dropped."))
    if current.done_on is None:
        current.done_on = on
        current.save(update_fields=["done_on"])
        note_change(locked(current.meeting), "done", by=by, note=current.matter[:160])
    return current


@transaction.atomic
def change_action_item(
    item: ActionItem, *, owner_id: int | None, due_on: date | None, reason: str, on: date, by: str
) -> ActionItem:
    """Give something to another or another day, with a reason; what the meeting decided is kept beside it.

    The same again changes nothing. Raises RecordingError without a reason or for a day before the meeting; ZujiError
    for what is no longer open, or while the minutes are a draft, where it is changed in the draft.
    """
    current = _locked(item)
    if (current.owner_id, current.due_on) == (owner_id, due_on):
        return current
    _refuse_closed(current)
    refuse_absurd(due_on=due_on)
    if due_on is not None and due_on < current.meeting.held_on:
        raise RecordingError("due_on", _("That is before the day of the meeting."))
    if not reason.strip():
        raise RecordingError("reason", _("Please give a reason."))
    if not MeetingMinutes.objects.filter(meeting=current.meeting, approved_on__isnull=False).exists():
        raise ZujiError(_("The minutes are still a draft; change it there."))
    ActionItemChange.objects.create(
        item=current,
        owner_id=current.owner_id,
        due_on=current.due_on,
        reason=reason.strip()[:120],
        by=by,
        changed_on=on,
    )
    current.owner_id, current.due_on = owner_id, due_on
    current.save(update_fields=["owner", "due_on"])
    note = f"{current.matter[:60]}：{reason.strip()}"
    note_change(locked(current.meeting), "task_changed", by=by, note=note[:160])
    return current


@transaction.atomic
def drop_action_item(item: ActionItem, *, reason: str, on: date, by: str) -> ActionItem:
    """Say that something will not be done, and why. Dropped already, the first word stands.

    Raises RecordingError without a reason; ZujiError for what is done.
    """
    current = _locked(item)
    if current.dropped_on is not None:
        return current
    _refuse_closed(current)
    if not reason.strip():
        raise RecordingError("reason", _("Please give a reason."))
    current.dropped_on, current.drop_reason = on, reason.strip()[:120]
    current.save(update_fields=["dropped_on", "drop_reason"])
    note = f"{current.matter[:60]}：{current.drop_reason}"
    note_change(locked(current.meeting), "task_dropped", by=by, note=note[:160])
    return current


def _locked(item: ActionItem) -> ActionItem:
    current: ActionItem = ActionItem.objects.select_for_update().get(pk=item.pk)
    current.meeting = item.meeting
    return current


def _refuse_closed(item: ActionItem) -> None:
    if not item.is_open:
        raise ZujiError(_("This is done or dropped already."))
