"""Verbs of handling: give a filed proposal to a unit, note contact, reply, what the proposer thinks of it."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, validate
from zuji.organizations.policies import value_on
from zuji.proposals.actions.steps import Step, enter_step
from zuji.proposals.models import Proposal, ProposalAssignment, ProposalReply
from zuji.proposals.models.words import CLASSES


@transaction.atomic
def assign_proposal(  # noqa: PLR0913 - what is said of an assignment, each by its name
    proposal: Proposal, *, unit: str, role: str, assigned_on: date, by: str, today: date, document_no: str = ""
) -> Recorded[ProposalAssignment]:
    """Give a filed proposal to a unit, with the day by which it replies; the same unit again is the same assignment.

    Raises RecordingError without a unit, ZujiError for a proposal that was not filed.
    """
    if not unit.strip():
        raise RecordingError("unit", _("Please name the unit."))
    current = Proposal.objects.select_for_update().get(pk=proposal.pk)
    round_no = 2 if current.state == "re_handling" else 1
    days = value_on(proposal.organization, "proposal_handling", assigned_on)
    there = current.assignments.filter(unit=unit.strip(), round=round_no).first()
    if there is not None:
        return Recorded(there)
    if current.status != "filed":
        raise ZujiError(_("Only a filed proposal goes on to this step."))
    if current.state in ("filed", "numbered"):
        step = Step("assigned", assigned_on, body=unit, document_no=document_no)
        enter_step(proposal, step, by=by, today=today)
    allowed = days["again_days"] if round_no == 2 else days["days"]
    assignment = ProposalAssignment(
        proposal=current,
        unit=unit.strip(),
        role=role,
        round=round_no,
        assigned_on=assigned_on,
        due_on=assigned_on + timedelta(days=allowed),
    )
    validate(assignment)
    assignment.save()
    Proposal.objects.filter(pk=current.pk, handling_body="").update(handling_body=unit.strip())
    return Recorded(assignment, is_new=True, is_changed=True)


@transaction.atomic
def note_contact(
    assignment: ProposalAssignment, *, contacted_on: date | None, consulted_on: date | None, extended_on: date | None
) -> ProposalAssignment:
    """Note when the unit contacted and consulted the proposer, and when it asked for more time.

    Raises RecordingError for a day before the assignment.
    """
    current: ProposalAssignment = ProposalAssignment.objects.select_for_update().get(pk=assignment.pk)
    said = {"contacted_on": contacted_on, "consulted_on": consulted_on, "extended_on": extended_on}
    for name, on in said.items():
        if on is not None and on < current.assigned_on:
            raise RecordingError(name, _("This is before the day of the assignment."))
        setattr(current, name, on)
    days = value_on(assignment.proposal.organization, "proposal_handling", current.assigned_on)
    if current.round == 1:
        allowed = days["extended_days"] if extended_on else days["days"]
        current.due_on = current.assigned_on + timedelta(days=allowed)
    current.save()
    return current


@transaction.atomic
def record_reply(  # noqa: PLR0913 - what is said of a reply, each by its name
    assignment: ProposalAssignment, *, replied_on: date, scheme: str, reply_class: str, by: str, today: date,
    document_no: str = "", text: str = "",
) -> ProposalReply:  # fmt: skip
    """Record a unit's reply, with its letter and the scheme that gives the letter its meaning; again, corrects it.

    Raises RecordingError for a letter that the scheme does not have, or a day before the assignment.
    """
    if reply_class not in CLASSES.get(scheme, {}):
        raise RecordingError("reply_class", _("This scheme has no such class."))
    if replied_on < assignment.assigned_on:
        raise RecordingError("replied_on", _("This is before the day of the assignment."))
    proposal = assignment.proposal
    days = value_on(proposal.organization, "proposal_handling", replied_on)
    said: dict[str, Any] = {
        "replied_on": replied_on,
        "scheme": scheme,
        "reply_class": reply_class,
        "document_no": document_no.strip(),
        "text": text,
        "feedback_due_on": replied_on + timedelta(days=days["feedback_days"]),
    }
    current = Proposal.objects.select_for_update().get(pk=proposal.pk)
    there = ProposalReply.objects.filter(assignment=assignment).first()
    reply = there or ProposalReply(assignment=assignment)
    moves_on = there is None and current.state not in ("feedback", "closed")
    for name, value in said.items():
        setattr(reply, name, value)
    validate(reply)
    reply.save()
    if moves_on:
        reason = _("reply of the second handling") if assignment.round > 1 else ""
        step = Step("replied", replied_on, body=assignment.unit, document_no=document_no, reason=reason)
        enter_step(proposal, step, by=by, today=today)
    return reply


@transaction.atomic
def give_feedback(  # noqa: PLR0913 - what is said of a feedback, each by its name
    reply: ProposalReply, *, process: str, result: str, on: date, by: str, today: date, asks_again: bool = False
) -> ProposalReply:
    """Say how content the proposer is with the handling and, apart from that, with its result.

    Takes: `asks_again`, whether it is to be handled again; only for who is not satisfied with one of them.
    Raises RecordingError for a day before the reply, ZujiError for asking again though satisfied.
    """
    if on < reply.replied_on:
        raise RecordingError("on", _("This is before the day of the reply."))
    if asks_again and "unsatisfied" not in (process, result):
        raise ZujiError(_("Handling again is for a proposer who is not satisfied."))
    current: ProposalReply = ProposalReply.objects.select_for_update().get(pk=reply.pk)
    current.process_satisfaction, current.result_satisfaction, current.feedback_on = process, result, on
    validate(current)
    current.save()
    proposal = current.assignment.proposal
    enter_step(proposal, Step("feedback", on), by=by, today=today)
    if asks_again:
        proposal.refresh_from_db()
        enter_step(proposal, Step("re_handling", on, body=current.assignment.unit), by=by, today=today)
        units = current.assignment
        assign_proposal(proposal, unit=units.unit, role=units.role, assigned_on=on, by=by, today=today)
    return current
