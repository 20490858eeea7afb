"""An info comes back, is not used, or is withdrawn; each with a reason that its author reads."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.infos.actions.sending import HANDED_IN
from zuji.infos.actions.steps import count_anew, locked, note_step, refuse_future, refuse_state
from zuji.infos.models import COUNTED_STATES, Info, InfoOutcome
from zuji.infos.queries.ladder import has_said_no

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

    One that was passed on may come back from there, too: it is mended where it was written.

    Raises RecordingError without a reason or for a day to come, ZujiError for one adopted or withdrawn.
    """
    current = locked(info)
    if current.state == BACK:
        return current
    refuse_state(current, (*HANDED_IN, *COUNTED_STATES))
    _refuse_decided(current)
    _back(current, BACK, step=step, today=today)
    return current


@transaction.atomic
def reject_info(info: Info, *, step: Step, today: date) -> Info:
    """Say that a body does not use an info, and why; it was sent all the same and counts as sent.

    What one desk does not use another may: where others have decided, or said no before, only the word of this one is
    noted. Raises RecordingError without a reason, ZujiError for one that was not sent or was adopted.
    """
    current = locked(info)
    if has_said_no(current, step.body) or (current.state == "rejected" and not step.body):
        return current
    refuse_state(current, COUNTED_STATES)
    if step.body and _is_left_to_others(current, step.body):
        _back(current, current.state, step=step, today=today, what="rejected")
        return current
    _refuse_decided(current)
    _back(current, "rejected", step=step, today=today)
    return current


@transaction.atomic
def withdraw_info(info: Info, *, step: Step, today: date) -> Info:
    """Take an info back for good: it counts no more. Raises RecordingError without a reason, ZujiError once adopted."""
    current = locked(info)
    if current.state == "withdrawn":
        return current
    refuse_state(current, (*HANDED_IN, *COUNTED_STATES, BACK))
    _refuse_decided(current)
    _back(current, "withdrawn", step=step, today=today)
    return current


def _refuse_decided(info: Info) -> None:
    if _decisions(info).exists():
        raise ZujiError(_("A body has decided on it already; what it did would have to be taken back first."))


def _decisions(info: Info) -> QuerySet[InfoOutcome]:
    """What bodies did apart from passing it on, which decides nothing."""
    return info.outcomes.exclude(kind="forwarded")


def _is_left_to_others(info: Info, body: str) -> bool:
    others = _decisions(info).exclude(body=body).exclude(desk__name=body)
    return info.state == "rejected" or (others.exists() and others.count() == _decisions(info).count())


def _back(info: Info, state: str, *, step: Step, today: date, what: str = "") -> None:
    refuse_future(step.on, today)
    if not step.reason.strip():
        raise RecordingError("reason", _("Please give a reason."))
    info.state = state
    note_step(info, what or state, on=step.on, by=step.by, body=step.body, reason=step.reason.strip())
    count_anew(info)
