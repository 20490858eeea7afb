"""Verbs of study."""

from zuji.study.actions.bank import read_questions, take_back_import, take_in
from zuji.study.actions.materials import (
    Material,
    keep_material,
    make_reading_list,
    remove_material,
    remove_reading_list,
)
from zuji.study.actions.plans import add_item, adopt_plan, complete_task, issue_task, remove_item
from zuji.study.actions.quiz import PaperResult, enter_result, hand_in, remove_quiz, set_quiz, take_back_result
from zuji.study.actions.recording import mark_attendance, record_completion, record_session, record_task
from zuji.study.actions.reflections import (
    Received,
    Written,
    change_reflection,
    consent_to_journal,
    enter_reflection,
    hand_in_reflection,
    remove_reflection,
    take_for_journal,
    withdraw_reflection,
    write_reflection,
)
from zuji.study.actions.sessions import change_session, hold_session, plan_session, write_record

__all__ = [
    "Material",
    "PaperResult",
    "Received",
    "Written",
    "add_item",
    "adopt_plan",
    "change_reflection",
    "change_session",
    "complete_task",
    "consent_to_journal",
    "enter_reflection",
    "enter_result",
    "hand_in",
    "hand_in_reflection",
    "hold_session",
    "issue_task",
    "keep_material",
    "make_reading_list",
    "mark_attendance",
    "plan_session",
    "read_questions",
    "record_completion",
    "record_session",
    "record_task",
    "remove_item",
    "remove_material",
    "remove_quiz",
    "remove_reading_list",
    "remove_reflection",
    "set_quiz",
    "take_back_import",
    "take_back_result",
    "take_for_journal",
    "take_in",
    "withdraw_reflection",
    "write_record",
    "write_reflection",
]
