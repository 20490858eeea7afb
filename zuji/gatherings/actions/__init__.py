"""Verbs that all gatherings share."""

from zuji.gatherings.actions.activity_leave import ask_activity_leave, decide_activity_leave
from zuji.gatherings.actions.attendance import Roll, confirm, hold
from zuji.gatherings.actions.calling import call_off, give_notice, refuse_impossible, reply
from zuji.gatherings.actions.leave import LeaveAsked, ask_leave, decide_leave
from zuji.gatherings.actions.locking import StaleGathering, locked, note_change, refuse_stale
from zuji.gatherings.actions.making_up import make_up, take_back_make_up
from zuji.gatherings.actions.shared_activities import (
    call_off_shared,
    marks_signature,
    refuse_strangers,
    set_branch_marks,
    write_branch_list,
)
from zuji.gatherings.actions.signing_in import check_in, close_sign_in, open_sign_in
from zuji.gatherings.actions.standing_leave import end_standing_leave, enter_standing_leave

__all__ = [
    "LeaveAsked",
    "Roll",
    "StaleGathering",
    "ask_activity_leave",
    "ask_leave",
    "call_off",
    "call_off_shared",
    "check_in",
    "close_sign_in",
    "confirm",
    "decide_activity_leave",
    "decide_leave",
    "end_standing_leave",
    "enter_standing_leave",
    "give_notice",
    "hold",
    "locked",
    "make_up",
    "marks_signature",
    "note_change",
    "open_sign_in",
    "refuse_impossible",
    "refuse_stale",
    "refuse_strangers",
    "reply",
    "set_branch_marks",
    "take_back_make_up",
    "write_branch_list",
]
