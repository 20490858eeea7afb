"""An info comes back, is not used, or is withdrawn; each with a reason that its author reads."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.infos.actions.sending import HANDED_IN
from zuji.infos.actions.steps import count_anew, locked, note_step, refuse_future, refuse_state
from zuji.infos.models import Info

BACK = "returned"


@dataclass(frozen=True)
class Step:
    """Why something comes back, on which day, by whom; `body` where a committee's desk did it."""

    reason: str
    on: date
    by: str
    body: str = ""


@transaction.atomic
def return_info(info: Info, *, step: Step, today: date) -> Info:
    """Give an info back to be mended: by the branch before it is sent, by a desk after. It counts again when resent.

    Raises RecordingError without a reason or for a day to come, ZujiError for one adopted or withdrawn.
    """
    current = locked(info)
    if current.state == BACK:
        return current
    refuse_state(current, (*HANDED_IN, "reported", "rejected"))
    _refuse_decided(current)
    _back(current, BACK, step=step, today=today)
    return current


@transaction.atomic
def reject_info(info: Info, *, step: Step, today: date) -> Info:
    """Say that a body does not use an info, and why; it was sent all the same and counts as sent.

    Raises RecordingError without a reason, ZujiError for one that was not sent or was adopted.
    """
    current = locked(info)
    if current.state == "rejected":
        return current
    refuse_state(current, ("reported",))
    _refuse_decided(current)
    _back(current, "rejected", step=step, today=today)
    return current


@transaction.atomic
def withdraw_info(info: Info, *, step: Step, today: date) -> Info:
    """Take an info back for good: it counts no more. Raises RecordingError without a reason, ZujiError once adopted."""
    current = locked(info)
    if current.state == "withdrawn":
        return current
    refuse_state(current, (*HANDED_IN, "reported", "rejected", BACK))
    _refuse_decided(current)
    _back(current, "withdrawn", step=step, today=today)
    return current


def _refuse_decided(info: Info) -> None:
    if info.outcomes.exists():
        raise ZujiError(_("A body has decided on it already; what it did would have to be taken back first."))


def _back(info: Info, state: str, *, step: Step, today: date) -> None:
    refuse_future(step.on, today)
    if not step.reason.strip():
        raise RecordingError("reason", _("Please give a reason."))
    info.state = state
    note_step(info, state, on=step.on, by=step.by, body=step.body, reason=step.reason.strip())
    count_anew(info)
