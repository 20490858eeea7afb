"""Verbs of node days and theme activities."""

from zuji.activities.actions.marking import (
    Marking,
    attend_activity,
    call_off_activity,
    call_off_observance,
    observe,
    plan_activity,
)
from zuji.activities.actions.planning import add_rule, adopt_calendar, announce, plan_node_days
from zuji.activities.actions.recording import (
    mark_attendance,
    mark_node_day_attendance,
    record_activity,
    record_node_day,
    record_observance,
)

__all__ = [
    "Marking",
    "add_rule",
    "adopt_calendar",
    "announce",
    "attend_activity",
    "call_off_activity",
    "call_off_observance",
    "mark_attendance",
    "mark_node_day_attendance",
    "observe",
    "plan_activity",
    "plan_node_days",
    "record_activity",
    "record_node_day",
    "record_observance",
]
