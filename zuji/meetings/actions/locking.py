"""One writer at a time: a meeting is locked, compared with what the writer saw, and its change is noted."""

from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.meetings.models import Meeting, MeetingEvent


class StaleMeeting(ZujiError):  # noqa: N818 - what is refused is the stale page
    """Somebody else has changed the meeting since the writer's page was opened."""


def locked(meeting: Meeting, *, seen: int | None = None) -> Meeting:
    """Lock a meeting for this transaction. `seen` is the revision the writer started from, None where none matters.

    Raises StaleMeeting, naming who changed it last.
    """
    current: Meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    current.organization = meeting.organization
    if seen is not None:
        refuse_stale(current, seen)
    return current


def refuse_stale(current: Meeting, seen: int) -> None:
    """Raise StaleMeeting, naming who changed it last, unless it is as the writer saw it."""
    if current.revision != seen:
        last = current.events.last()
        by = last.by if last else ""
        raise StaleMeeting(
            _("%(by)s has changed this meeting meanwhile. What you entered is still here: compare both.")
            % {"by": by or _("Somebody")}
        )


def note_change(meeting: Meeting, what: str, *, by: str, note: str = "") -> None:
    """Raise the revision and remember who did what."""
    meeting.revision += 1
    meeting.save()
    MeetingEvent.objects.create(meeting=meeting, what=what, by=by, note=note)
