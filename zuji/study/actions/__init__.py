"""Verbs of study."""

from zuji.study.actions.recording import mark_attendance, record_completion, record_session, record_task
from zuji.study.actions.sessions import change_session, hold_session, plan_session, write_record

__all__ = [
    "change_session",
    "hold_session",
    "mark_attendance",
    "plan_session",
    "record_completion",
    "record_session",
    "record_task",
    "write_record",
]
