"""Nouns of meetings, one file for each kind."""

from zuji.meetings.models.meeting import (
    MEETING_KINDS,
    ActionItem,
    AgendaItem,
    LeaveRequest,
    Meeting,
    MeetingAttendance,
    MeetingCheckIn,
    MeetingEvent,
    MeetingGuest,
    MeetingMakeUp,
    MeetingMinutes,
    MeetingReply,
    OfMeeting,
)

__all__ = [
    "MEETING_KINDS",
    "ActionItem",
    "AgendaItem",
    "LeaveRequest",
    "Meeting",
    "MeetingAttendance",
    "MeetingCheckIn",
    "MeetingEvent",
    "MeetingGuest",
    "MeetingMakeUp",
    "MeetingMinutes",
    "MeetingReply",
    "OfMeeting",
]
