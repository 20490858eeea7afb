"""Verbs of study."""

from zuji.study.actions.recording import mark_attendance, record_completion, record_session, record_task

__all__ = ["mark_attendance", "record_completion", "record_session", "record_task"]
