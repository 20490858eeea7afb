"""Nouns of study, one file for each kind."""

from zuji.study.models.work import (
    SESSION_KINDS,
    StudyAttendance,
    StudyCheckIn,
    StudyEvent,
    StudyGuest,
    StudyLeaveRequest,
    StudyMakeUp,
    StudyReply,
    StudySession,
    StudyTask,
    StudyTaskCompletion,
)

__all__ = [
    "SESSION_KINDS",
    "StudyAttendance",
    "StudyCheckIn",
    "StudyEvent",
    "StudyGuest",
    "StudyLeaveRequest",
    "StudyMakeUp",
    "StudyReply",
    "StudySession",
    "StudyTask",
    "StudyTaskCompletion",
]
