"""What became of an info: entered when it is heard of, with the paper that says so."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.clock import local_date
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, validate
from zuji.infos.actions.steps import count_anew, locked, note_step, refuse_future, refuse_state
from zuji.infos.models import COUNTED_STATES, Info, InfoOutcome
from zuji.organizations.models import Organization

USED = ("adopted", "merged_adopted", "instructed")


@dataclass(frozen=True)
class OutcomeSaid:
    """What a body did: `on` its day; `issue_no` of the bulletin; `proof`, the paper that says so."""

    kind: str
    level: str
    body: str
    body_kind: str
    on: date
    issue_no: str = ""
    proof: str = ""


@transaction.atomic
def enter_outcome(
    info: Info, *, said: OutcomeSaid, by: str, today: date, desk: Organization | None = None
) -> Recorded[InfoOutcome]:
    """Enter what a body did with an info, any time after it was sent; the same again on the same day is the same.

    A row that was loaded without body and day is filled in rather than doubled. What a body does use is no longer "not
    used". Takes: `desk`, the committee whose desk says so.

    Raises RecordingError for a body without a name, a day to come, or one before it was sent; ZujiError for one that
    was not sent.
    """
    current = locked(info)
    refuse_state(current, COUNTED_STATES)
    if not said.body.strip():
        raise RecordingError("body", _("Please name the body that did it."))
    refuse_future(said.on, today)
    if current.submitted_at and said.on < local_date(current.submitted_at):
        raise RecordingError(
            "on", _("That is before it was sent (%(on)s).") % {"on": local_date(current.submitted_at).isoformat()}
        )
    fields = asdict(said) | {"body": said.body.strip()}
    outcome = _row_for(current, said)
    is_new, is_first_said_here = outcome.pk is None, outcome.desk is None and desk is not None
    outcome.desk = outcome.desk or desk
    if not is_new and all(getattr(outcome, name) == value for name, value in fields.items()):
        if is_first_said_here:
            outcome.save()
        return Recorded(outcome)
    for name, value in fields.items():
        setattr(outcome, name, value)
    outcome.entered_by = by[:40]
    validate(outcome)
    outcome.save()
    if current.state == "rejected" and said.kind in USED:
        current.state = "reported"
    note_step(current, said.kind, on=said.on, by=by, body=outcome.body, reason=said.issue_no)
    count_anew(current)
    return Recorded(outcome, is_new, is_changed=True)


def _row_for(info: Info, said: OutcomeSaid) -> InfoOutcome:
    alike = info.outcomes.filter(kind=said.kind, level=said.level, dispatch=None)
    same = alike.filter(body=said.body.strip(), on=said.on).first()
    return same or alike.filter(body="", on=None).first() or InfoOutcome(info=info)


@transaction.atomic
def remove_outcome(outcome: InfoOutcome, *, reason: str, by: str, on: date) -> None:
    """Take back what was entered by mistake; that it was, and why, stays among the steps. Twice is once.

    Passed on by mistake, it leaves the inbox it came to. Raises RecordingError without a reason, ZujiError where that
    desk has entered something.
    """
    current = locked(outcome.info)
    there = current.outcomes.filter(pk=outcome.pk).first()
    if there is None:
        return
    if not reason.strip():
        raise RecordingError("reason", _("Please give a reason."))
    sending = there.dispatch
    if sending and sending.organization and current.outcomes.filter(desk=sending.organization).exists():
        raise ZujiError(_("A body has decided on it already; what it did would have to be taken back first."))
    note_step(current, "outcome_removed", on=on, by=by, body=str(there)[:80], reason=reason.strip())
    there.delete()
    if sending:
        sending.delete()
    count_anew(current)
