"""Verbs of research: from a topic to the report and what was made of it."""

from zuji.research.actions.itinerary import StopFields, note_stop, remove_stop
from zuji.research.actions.loading import join_project, record_project
from zuji.research.actions.outputs import add_conversion, remove_conversion
from zuji.research.actions.planning import begin_project, change_project, file_plan, send_letter, write_plan
from zuji.research.actions.reporting import (
    call_off,
    close_project,
    sign_off,
    take_back_sign_off,
    write_report,
)
from zuji.research.actions.speeches import change_speech, record_speech
from zuji.research.actions.topics import choose_topic, suggest_topic

__all__ = [
    "StopFields",
    "add_conversion",
    "begin_project",
    "call_off",
    "change_project",
    "change_speech",
    "choose_topic",
    "close_project",
    "file_plan",
    "join_project",
    "note_stop",
    "record_project",
    "record_speech",
    "remove_conversion",
    "remove_stop",
    "send_letter",
    "sign_off",
    "suggest_topic",
    "take_back_sign_off",
    "write_plan",
    "write_report",
]
