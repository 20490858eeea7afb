"""Nouns of social service."""

from zuji.service.models.activity import ACTIVITY_KINDS, ServiceActivity, ServiceAttendance, ServiceLeaveRequest
from zuji.service.models.lecture import (
    AUDIENCES,
    EVIDENCE,
    ORGANIZERS,
    Lecture,
    LectureEvent,
    LectureSpeaker,
)
from zuji.service.models.library import CATEGORIES, HostUnit, LectureTopic
from zuji.service.models.statuses import EVENT_STATUSES

__all__ = [
    "ACTIVITY_KINDS",
    "AUDIENCES",
    "CATEGORIES",
    "EVENT_STATUSES",
    "EVIDENCE",
    "ORGANIZERS",
    "HostUnit",
    "Lecture",
    "LectureEvent",
    "LectureSpeaker",
    "LectureTopic",
    "ServiceActivity",
    "ServiceAttendance",
    "ServiceLeaveRequest",
]
