"""attendance.csv: who came to what, gathered by event and marked event by event."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from zuji.activities.actions import mark_attendance as mark_activity
from zuji.activities.actions import mark_node_day_attendance
from zuji.activities.models import NodeDay, ThemeActivity
from zuji.meetings.actions import mark_attendance as mark_meeting
from zuji.meetings.models import Meeting
from zuji.operations.load.cells import Line, RefusedLine
from zuji.operations.load.context import CHANGED, NEW, UNCHANGED, EventMarks, Load
from zuji.operations.load.files import quoted
from zuji.organizations.models.records import MARKS
from zuji.service.actions import mark_attendance as mark_service
from zuji.service.models import ServiceActivity
from zuji.study.actions import mark_attendance as mark_session
from zuji.study.models import StudySession

EVENTS: dict[str, tuple[Any, bool, str, Callable[[Load, EventMarks], bool]]] = {
    # what attendance.csv calls it: model, whether it is the committee's, its date, how it is marked
    "meeting": (Meeting, False, "held_on", lambda _load, at: mark_meeting(at.event, marks=at.wanted)),
    "study_session": (StudySession, False, "held_on", lambda _load, at: mark_session(at.event, marks=at.wanted)),
    "node_day": (
        NodeDay,
        True,
        "anniversary_on",
        lambda load, at: mark_node_day_attendance(at.event, load.branch, marks=at.wanted),
    ),
    "activity": (
        ThemeActivity,
        True,
        "held_on",
        lambda load, at: mark_activity(at.event, load.branch, marks=at.wanted),
    ),
    "service": (
        ServiceActivity,
        True,
        "held_on",
        lambda load, at: mark_service(at.event, load.branch, marks=at.wanted),
    ),
}


def load_mark(load: Load, line: Line) -> str:
    """Note a mark; of several for one member at one event the first stands. Written by `write_marks`."""
    at = event_of(load, line)
    line.days["on"] = at.on
    who = load.member(line, "member_id")
    mark = line.choice("mark", MARKS)
    if who in at.wanted:
        reason = _("This member already has the mark “%(mark)s” at this event; the first row stands.")
        raise RefusedLine("member_id", reason % {"mark": at.wanted[who]})
    at.wanted[who] = mark
    if who not in at.kept:
        return NEW
    return UNCHANGED if at.kept[who] == mark else CHANGED


def event_of(load: Load, line: Line) -> EventMarks:
    """Find the event of a row, and the marks that there are."""
    kind, code = line.choice("event_kind", EVENTS), line.code("event_id")
    if (kind, code) not in load.marks:
        model, is_shared, own, _mark = EVENTS[kind]
        owner = load.committee if is_shared else load.branch
        event = model.objects.filter(organization=owner, code=code).first()
        if event is None:
            raise RefusedLine("event_id", _("There is no such event: “%(number)s”.") % {"number": quoted(code)})
        on: date = getattr(event, own)
        load.marks[kind, code] = EventMarks(event, on, dict(event.attendance.values_list("member_id", "mark")))
    return load.marks[kind, code]


def write_marks(load: Load) -> None:
    """Mark each event once."""
    for (kind, _code), at in load.marks.items():
        if any(at.kept.get(who) != mark for who, mark in at.wanted.items()):
            EVENTS[kind][3](load, at)
