"""Reads of minutes."""

from zuji.meetings.models import MeetingMinutes
from zuji.search.findable import Findable


def findable_of(minutes: MeetingMinutes) -> Findable | None:
    """Give what of minutes is searched: topic, what was said and what was decided; nothing of a draft."""
    if not minutes.is_approved:
        return None
    said = [part for item in minutes.meeting.agenda.all() for part in (item.title, item.text, item.resolution) if part]
    return Findable(title=minutes.meeting.topic, body="\n".join(said), on=minutes.meeting.held_on)
