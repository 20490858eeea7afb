"""Verbs of social service: activities and who came, the library, lectures from plan to proof."""

from zuji.service.actions.activities import attend_activity, call_off_activity, plan_activity
from zuji.service.actions.lectures import LecturePlan, cancel_lecture, change_lecture, plan_lecture
from zuji.service.actions.library import change_host_unit, change_topic, keep_host_unit, keep_topic, withdraw_topic
from zuji.service.actions.proving import Proof, confirm_lecture, hold_lecture, publish_lecture
from zuji.service.actions.recording import mark_attendance, record_activity, record_lecture

__all__ = [
    "LecturePlan",
    "Proof",
    "attend_activity",
    "call_off_activity",
    "cancel_lecture",
    "change_host_unit",
    "change_lecture",
    "change_topic",
    "confirm_lecture",
    "hold_lecture",
    "keep_host_unit",
    "keep_topic",
    "mark_attendance",
    "plan_activity",
    "plan_lecture",
    "publish_lecture",
    "record_activity",
    "record_lecture",
    "withdraw_topic",
]
