"""Verbs of 社情民意信息."""

from zuji.infos.actions.asking import ask_for_topic, report_news
from zuji.infos.actions.closing import close_info, reopen_info
from zuji.infos.actions.forwarding import forward_info
from zuji.infos.actions.outcomes import OutcomeSaid, enter_outcome, remove_outcome
from zuji.infos.actions.recording import record_info
from zuji.infos.actions.returning import Step, reject_info, return_info, withdraw_info
from zuji.infos.actions.sending import Destination, SignerSaw, confirm_info, hand_in, send_info
from zuji.infos.actions.writing import Origin, Written, change_info, throw_away, write_info

__all__ = [
    "Destination",
    "Origin",
    "OutcomeSaid",
    "SignerSaw",
    "Step",
    "Written",
    "ask_for_topic",
    "change_info",
    "close_info",
    "confirm_info",
    "enter_outcome",
    "forward_info",
    "hand_in",
    "record_info",
    "reject_info",
    "remove_outcome",
    "reopen_info",
    "report_news",
    "return_info",
    "send_info",
    "throw_away",
    "withdraw_info",
    "write_info",
]
