"""Nouns of meetings, one file for each kind."""

from zuji.meetings.models.action_item import ActionItem, ActionItemChange
from zuji.meetings.models.meeting import (
    MEETING_KINDS,
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
from zuji.meetings.models.vote import BASES, MAJORITIES, METHODS, BallotRollEntry, Tally, Vote, VoteCorrection, least_of
from zuji.meetings.models.work_paper import WORK_PAPERS, WorkPaper, WorkPlan, WorkSummary

__all__ = [
    "BASES",
    "MAJORITIES",
    "MEETING_KINDS",
    "METHODS",
    "WORK_PAPERS",
    "ActionItem",
    "ActionItemChange",
    "AgendaItem",
    "BallotRollEntry",
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
    "Tally",
    "Vote",
    "VoteCorrection",
    "WorkPaper",
    "WorkPlan",
    "WorkSummary",
    "least_of",
]
