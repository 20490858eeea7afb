"""An info as a ladder: each step with its day and body, and what comes next."""

from dataclasses import dataclass
from datetime import date
from operator import attrgetter, itemgetter
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zuji.foundation.clock import local_date
from zuji.infos.models import OUTCOME_KINDS, Info, InfoEvent

STEPS: dict[str, Any] = {
    "written": pgettext_lazy("info", "written"),
    "changed": pgettext_lazy("info", "changed"),
    "submitted": pgettext_lazy("info", "handed to the branch"),
    "checked": pgettext_lazy("info", "checked"),
    "waived": pgettext_lazy("info", "checked and signed by its author, by nobody else"),
    "signed": pgettext_lazy("info", "signed"),
    "reported": pgettext_lazy("info", "sent"),
    "confirmed": pgettext_lazy("info", "late entry confirmed"),
    "returned": pgettext_lazy("info", "returned"),
    "rejected": pgettext_lazy("info", "not used"),
    "withdrawn": pgettext_lazy("info", "withdrawn"),
    "closed": pgettext_lazy("info", "closed"),
    "reopened": pgettext_lazy("info", "reopened"),
    "outcome_removed": pgettext_lazy("info", "outcome taken back"),
}


@dataclass(frozen=True)
class Rung:
    """One step: what, when (None where the source states no day), by which body (passed on: to whom), with which reason
    or paper."""

    what: Any
    on: date | None
    who: str = ""
    note: str = ""
    outcome: Any = None


def ladder_of(info: Info) -> list[Rung]:
    """Give the steps of an info in order of their days, of one day as they were entered; what bodies did stands at its
    own day, once.

    One loaded from elsewhere has no steps of its own: its sending stands for them. One that went on paper was written
    before it was sent, whenever it was entered.
    """
    events = sorted(info.events.all(), key=attrgetter("pk"))
    sending = next((event for event in events if event.what == "reported"), None)
    placed = [
        ((min(event.on, sending.on) if sending and event.pk < sending.pk else event.on, event.pk), _rung(event))
        for event in events
        if event.what in STEPS and event.what != "changed"
    ]
    if info.submitted_at is not None and sending is None:
        sent_on = local_date(info.submitted_at)
        placed.append(((sent_on, 0), Rung(STEPS["reported"], sent_on, info.channel)))
    entered: dict[tuple[str, date | None, str], int] = {
        (event.what, event.on, event.body): event.pk for event in events
    }
    last = max(entered.values(), default=0)
    for each in info.outcomes.select_related("dispatch", "desk"):
        step = (each.kind, each.on, each.dispatch.body if each.dispatch else each.body)
        placed.append(((each.on or date.max, entered.get(step, last)), _rung_of_outcome(each)))
    return [rung for _place, rung in sorted(placed, key=itemgetter(0))]


def _rung(event: InfoEvent) -> Rung:
    return Rung(STEPS[event.what], event.on, event.body or event.by, event.reason)


def _rung_of_outcome(outcome: Any) -> Rung:
    return Rung(OUTCOME_KINDS[outcome.kind], outcome.on, outcome.who, outcome.paper, outcome)


def has_said_no(info: Info, body: str) -> bool:
    """Say whether a body has said, since the last sending, that it does not use an info."""
    events = sorted(info.events.all(), key=attrgetter("pk"))
    sent = max((each.pk for each in events if each.what == "reported"), default=0)
    return any(each.what == "rejected" and each.body == body and each.pk > sent for each in events)


NEXT: dict[str, Any] = {
    "draft": _("Hand it in when it is ready."),
    "submitted": _("The branch checks it, signs it and sends it."),
    "branch_checked": _("The branch signs it and sends it."),
    "signed": _("The branch sends it."),
    "returned": _("Mend what was asked for and hand it in again."),
    "reported": _("What becomes of it is entered whenever it is heard of."),
    "rejected": "",
    "closed": _("Nothing more is expected; what still comes is entered all the same."),
    "withdrawn": "",
}
