"""Verbs of thought reports, by noun."""

from zuji.thought_reports.actions.choosing import choose_content
from zuji.thought_reports.actions.keys import rotate_keys
from zuji.thought_reports.actions.overviews import write_overview
from zuji.thought_reports.actions.receipts import record_receipt, take_back, tick_in
from zuji.thought_reports.actions.reports import erase_expired, hand_in_report, read_report, withdraw_report

__all__ = [
    "choose_content",
    "erase_expired",
    "hand_in_report",
    "read_report",
    "record_receipt",
    "rotate_keys",
    "take_back",
    "tick_in",
    "withdraw_report",
    "write_overview",
]
