"""A lecture as a calendar entry: every telephone and computer reads .ics."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from zuji.foundation.clock import SHANGHAI
from zuji.service.models import Lecture

CALENDAR = "text/calendar; charset=utf-8"


def calendar_of(lectures: Iterable[Lecture], *, host: str) -> bytes:
    """Write lectures as a calendar. `host` is the site's name, for the UID, which stays the same for ever.

    SEQUENCE is the revision, so that an entry kept by a telephone is replaced by a later one; one called off says so.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Zuji//lectures//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for lecture in lectures:
        calendar.add_component(_event(lecture, host))
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def _event(lecture: Lecture, host: str) -> Event:
    event = Event()
    event.add("uid", f"lecture-{lecture.pk}@{host}")
    event.add("sequence", lecture.revision)
    event.add("dtstamp", lecture.updated_at)
    event.add("summary", lecture.topic)
    if lecture.starts_at is None:
        event.add("dtstart", lecture.held_on)
    else:
        begins = datetime.combine(lecture.held_on, lecture.starts_at, SHANGHAI)
        event.add("dtstart", begins)
        ends = datetime.combine(lecture.held_on, lecture.ends_at, SHANGHAI) if lecture.ends_at else None
        event.add("dtend", ends or begins + timedelta(hours=1))
    if where := "，".join(filter(None, (lecture.host, lecture.venue))):
        event.add("location", where)
    if lecture.speaker_names:
        event.add("description", f"主讲人：{lecture.speaker_names}")
    event.add("status", "CANCELLED" if lecture.status == "cancelled" else "CONFIRMED")
    return event
