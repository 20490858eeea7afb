"""Verbs of meetings: plan, mark who came, vote, call off, write minutes, chase what they gave to do, report papers."""

from zuji.gatherings.actions import ask_leave, decide_leave, give_notice
from zuji.meetings.actions.action_items import change_action_item, complete_action_item, drop_action_item
from zuji.meetings.actions.minutes import approve_minutes, write_minutes
from zuji.meetings.actions.planning import cancel_meeting, change_plan, confirm_meeting, hold_meeting, plan_meeting
from zuji.meetings.actions.recording import mark_attendance, record_meeting
from zuji.meetings.actions.votes import (
    Motion,
    cast_ballot,
    close_ballot,
    correct_vote,
    open_ballot,
    record_vote,
    withdraw_vote,
)
from zuji.meetings.actions.work_papers import (
    StalePaper,
    approve_work_paper,
    report_work_paper,
    take_back_step,
    write_work_paper,
)

__all__ = [
    "Motion",
    "StalePaper",
    "approve_minutes",
    "approve_work_paper",
    "ask_leave",
    "cancel_meeting",
    "cast_ballot",
    "change_action_item",
    "change_plan",
    "close_ballot",
    "complete_action_item",
    "confirm_meeting",
    "correct_vote",
    "decide_leave",
    "drop_action_item",
    "give_notice",
    "hold_meeting",
    "mark_attendance",
    "open_ballot",
    "plan_meeting",
    "record_meeting",
    "record_vote",
    "report_work_paper",
    "take_back_step",
    "withdraw_vote",
    "write_minutes",
    "write_work_paper",
]
