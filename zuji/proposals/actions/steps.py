"""Verbs of a proposal's life: each step on its day, by a named body, with its paper and its reason (domain §4.3)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, refuse_absurd, validate
from zuji.proposals.actions.following import follow
from zuji.proposals.actions.writing import refuse_non_member
from zuji.proposals.models import Proposal, ProposalEvent
from zuji.proposals.models.words import (
    BEFORE_SUBMISSION,
    HANDLED,
    HONOURS,
    IN_BRANCH,
    OUTCOMES,
    SIGNED_FORMS,
    STATES,
)  # fmt: skip
from zuji.proposals.queries.grounds import ground_of
from zuji.proposals.queries.offices import office_warning

BY_A_BODY = (*OUTCOMES, "returned", *HONOURS)
"""Steps that a body outside takes, and that are worth nothing without its name."""
NEED_A_REASON = ("withdrawn", "returned")
_ORDER = list(STATES)


@dataclass(frozen=True)
class Step:
    """One step as it is entered: what, on which day, and what the paper says of it."""

    what: str
    on: date
    body: str = ""
    document_no: str = ""
    reason: str = ""
    ground: str = ""
    merged_into: str = ""
    merged_with: Proposal | None = None
    number: tuple[str, str, int, int, int] | None = None
    supervisor: str = ""


@transaction.atomic
def enter_step(proposal: Proposal, step: Step, *, by: str, today: date) -> Proposal:
    """Enter what became of a proposal. Steps may be skipped; going back is a correction and needs a reason.

    The same step of the same day entered again changes nothing.
    Raises RecordingError that names the field at fault, ZujiError for a step that cannot follow.
    """
    refuse_absurd(on=step.on)
    current: Proposal = Proposal.objects.select_for_update().get(pk=proposal.pk)
    current.organization = proposal.organization
    last = current.events.order_by("-pk").first()
    if last is not None and (last.what, last.on, last.body) == (step.what, step.on, step.body.strip()):
        return current
    _refuse_impossible(current, step, today)
    if step.what in HONOURS:
        _honour(current, step)
    else:
        _move(current, step)
    try:
        with transaction.atomic():
            validate(current)
            current.save()
    except IntegrityError as error:
        raise RecordingError("number", _("Another proposal of this session has this number.")) from error
    event = ProposalEvent(
        proposal=current,
        what=step.what,
        on=step.on,
        by=by[:40],
        body=step.body.strip(),
        document_no=step.document_no.strip(),
        reason=step.reason.strip(),
    )
    validate(event)
    event.save()
    follow(current)
    return current


def _refuse_impossible(proposal: Proposal, step: Step, today: date) -> None:
    if step.on > today:
        raise RecordingError("on", _("This day is still to come."))
    if step.what not in STATES and step.what not in HONOURS:
        raise RecordingError("what", _("There is no such step."))
    if step.what in BY_A_BODY and not step.body.strip():
        raise RecordingError("body", _("Please say which body decided it."))
    if step.what in NEED_A_REASON and not step.reason.strip():
        raise RecordingError("reason", _("Please give the reason."))
    if is_going_back(proposal, step.what) and not step.reason.strip():
        raise RecordingError("reason", _("This goes back a step. Please say why."))
    _refuse_without_submission(proposal, step)
    if step.what in (*HANDLED, *HONOURS) and proposal.status != "filed":
        raise ZujiError(_("Only a filed proposal goes on to this step."))


def _refuse_without_submission(proposal: Proposal, step: Step) -> None:
    if step.what in (*BEFORE_SUBMISSION, "submitted", "withdrawn"):
        return
    if proposal.submitted_on is None:
        if step.what == "returned" and proposal.state == "party_committee_review":
            return
        raise ZujiError(_("It has not been submitted yet."))
    if step.on < proposal.submitted_on:
        raise RecordingError("on", _("A proposal cannot be decided before it is submitted."))


def is_going_back(proposal: Proposal, what: str) -> bool:
    """Say whether a step goes back on the ladder; an outcome in place of another is a correction too."""
    if what in HONOURS or what in ("withdrawn", "re_handling"):
        return False
    if proposal.state in ("returned", "re_handling"):
        return False
    if proposal.status in OUTCOMES and what in OUTCOMES:
        return True
    if what == "returned" and proposal.state in (*BEFORE_SUBMISSION, "submitted", "screening"):
        return False
    return _ORDER.index(what) < _ORDER.index(proposal.state)


def _move(proposal: Proposal, step: Step) -> None:
    if step.what == "submitted":
        _submit(proposal, step)
    elif step.what in BEFORE_SUBMISSION:
        proposal.submitted_on, proposal.decided_on, proposal.status = None, None, "undecided"
    elif step.what == "returned" and proposal.submitted_on is None:
        proposal.state = "branch_review"
        return
    elif step.what in (*OUTCOMES, "withdrawn"):
        _decide(proposal, step)
    elif step.what in ("screening", "returned"):
        _forget_outcome(proposal)
    elif step.what == "numbered":
        _number(proposal, step)
    proposal.state = step.what


def _forget_outcome(proposal: Proposal) -> None:
    proposal.status, proposal.decided_on, proposal.filing_ground = "undecided", None, ""
    proposal.merged_with, proposal.merged_into = None, ""


def _submit(proposal: Proposal, step: Step) -> None:
    signatures = list(proposal.signatures.select_related("member"))
    if proposal.form in SIGNED_FORMS:
        if not signatures:
            raise RecordingError("what", _("Nobody has signed it yet."))
        for signature in signatures:
            refuse_non_member(proposal, signature.member, step.on)
        warning = office_warning(proposal, on=step.on)
        if warning and not step.reason.strip():
            raise RecordingError("reason", warning)
        proposal.office_note = step.reason.strip()[:200] if warning else ""
    if proposal.state != "returned" or proposal.submitted_on is None:
        proposal.submitted_on = step.on
    _forget_outcome(proposal)


def _decide(proposal: Proposal, step: Step) -> None:
    _forget_outcome(proposal)
    proposal.status, proposal.decided_on = step.what, step.on
    if step.what == "not_filed":
        ground = ground_of(proposal.organization, step.ground)
        if ground is None:
            raise RecordingError("ground", _("Please choose the ground on which it was not filed."))
        if not ground.is_in_force(step.on):
            raise RecordingError("ground", _("This ground was not in force on that day. Please choose another."))
        proposal.filing_ground = step.ground
    if step.what == "merged":
        if step.merged_with is None and not step.merged_into.strip():
            raise RecordingError("merged_with", _("Please say into which proposal it was merged."))
        if step.merged_with is not None and step.merged_with.pk == proposal.pk:
            raise RecordingError("merged_with", _("A proposal cannot be merged into itself."))
        proposal.merged_with, proposal.merged_into = step.merged_with, step.merged_into.strip()


def _number(proposal: Proposal, step: Step) -> None:
    if step.number is None:
        raise RecordingError("number", _("Please give its number."))
    level, place, term, session, number = step.number
    proposal.cppcc_level, proposal.place = level, place.strip()
    proposal.term_no, proposal.session_no, proposal.number = term, session, number


def _honour(proposal: Proposal, step: Step) -> None:
    if step.what == "key":
        proposal.key_on = step.on
        proposal.supervisor = step.supervisor.strip() or proposal.supervisor
    else:
        proposal.excellent_on = step.on


def next_steps(proposal: Proposal) -> list[str]:
    """Give the steps that a page offers: those that may follow, nearest first, then the honours and withdrawal."""
    if proposal.state == "withdrawn":
        return ["draft"] if proposal.submitted_on is None else ["screening"]
    offered = [what for what in STATES if _may_follow(proposal, what)]
    if proposal.status == "filed":
        offered += [what for what in HONOURS if getattr(proposal, f"{what}_on") is None]
    return [*offered, "withdrawn"]


def _may_follow(proposal: Proposal, what: str) -> bool:
    if what in ("withdrawn", "assigned", "replied", "feedback", "re_handling", proposal.state):
        return False
    if what == "branch_review" and proposal.organization.level != "branch":
        return False
    if proposal.is_before_submission:
        return what in (*BEFORE_SUBMISSION, "submitted") and (what not in IN_BRANCH or proposal.state in IN_BRANCH)
    if what in HANDLED:
        return proposal.status == "filed"
    return what in ("screening", "returned", *OUTCOMES) or (what == "submitted" and proposal.state == "returned")


def step_fields(what: str) -> dict[str, Any]:
    """Give which extra fields a step has: ground, merged, number or supervisor."""
    return {
        "ground": what == "not_filed",
        "merged": what == "merged",
        "number": what == "numbered",
        "supervisor": what == "key",
    }
