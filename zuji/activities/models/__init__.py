"""Nouns of node days and theme activities."""

from zuji.activities.models.rules import RULE_KINDS, NodeDayAnnouncement, NodeDayRule
from zuji.activities.models.work import (
    EVENT_STATUSES,
    ActivityAttendance,
    ActivityLeaveRequest,
    NodeDay,
    NodeDayAttendance,
    NodeDayObservance,
    ThemeActivity,
)

__all__ = [
    "EVENT_STATUSES",
    "RULE_KINDS",
    "ActivityAttendance",
    "ActivityLeaveRequest",
    "NodeDay",
    "NodeDayAnnouncement",
    "NodeDayAttendance",
    "NodeDayObservance",
    "NodeDayRule",
    "ThemeActivity",
]
