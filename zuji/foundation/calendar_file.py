"""Days as calendar entries: every telephone and computer reads .ics, and asks a subscribed address again by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from icalendar import Calendar, Event

from zuji.foundation.clock import SHANGHAI

CALENDAR = "text/calendar; charset=utf-8"
ASK_AGAIN = timedelta(hours=6)
"""How often who has subscribed asks again; calendars that keep their own pace do not listen."""


@dataclass(frozen=True)
class Entry:
    """One entry. `about` refers to the record and stays the same for ever; `sequence` goes up with every change.

    `changed_at` is when it was last changed, so that the same entry is always written alike.
    """

    about: str
    title: str
    on: date
    changed_at: datetime
    sequence: int = 0
    starts_at: time | None = None
    ends_at: time | None = None
    where: str = ""
    words: str = ""
    is_cancelled: bool = False


def calendar_of(entries: Iterable[Entry], *, host: str, name: str = "") -> bytes:
    """Write entries as a calendar. `host` is the site's name, for the UID; `name` says whose it is where subscribed.

    An entry kept by a telephone is replaced by one with a higher sequence; one called off says so.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Zuji//calendar//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT6H")
    for entry in entries:
        calendar.add_component(_event(entry, host))
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Entry, host: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.about.replace(':', '-')}@{host}")
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at)
    event.add("summary", entry.title)
    if entry.starts_at is None:
        event.add("dtstart", entry.on)
    else:
        begins = datetime.combine(entry.on, entry.starts_at, SHANGHAI)
        event.add("dtstart", begins)
        ends = datetime.combine(entry.on, entry.ends_at, SHANGHAI) if entry.ends_at else None
        event.add("dtend", ends or begins + timedelta(hours=1))
    if entry.where:
        event.add("location", entry.where)
    if entry.words:
        event.add("description", entry.words)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    return event
