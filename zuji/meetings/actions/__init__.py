"""Verbs of meetings: plan, mark who came, call off, write minutes; or record one as it was."""

from zuji.gatherings.actions import ask_leave, decide_leave, give_notice
from zuji.meetings.actions.minutes import approve_minutes, complete_action_item, write_minutes
from zuji.meetings.actions.planning import cancel_meeting, change_plan, confirm_meeting, hold_meeting, plan_meeting
from zuji.meetings.actions.recording import mark_attendance, record_meeting

__all__ = [
    "approve_minutes",
    "ask_leave",
    "cancel_meeting",
    "change_plan",
    "complete_action_item",
    "confirm_meeting",
    "decide_leave",
    "give_notice",
    "hold_meeting",
    "mark_attendance",
    "plan_meeting",
    "record_meeting",
    "write_minutes",
]
