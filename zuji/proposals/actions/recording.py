"""Verbs of proposals: record one, who signed it and what became of it."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd, set_rows, upsert
from zuji.organizations.models import Organization
from zuji.proposals.actions.following import follow
from zuji.proposals.models import Proposal
from zuji.proposals.models.words import HANDLED


class ProposalFields(TypedDict, total=False):
    """What is said of a proposal; a field that is not given stays as it is."""

    title: str
    submitted_on: date
    status: str
    decided_on: date | None
    merged_into: str
    handling_body: str


@transaction.atomic
def record_proposal(
    organization: Organization,
    *,
    code: str,
    signatures: Mapping[int, str] | None = None,
    **fields: Unpack[ProposalFields],
) -> Recorded[Proposal]:
    """Write a proposal and, where given, the signatures of those named (member id to role).

    Raises ZujiError where it is merged into itself or decided before it was submitted.
    """
    submitted_on, decided_on = fields.get("submitted_on"), fields.get("decided_on")
    refuse_absurd(submitted_on=submitted_on, decided_on=decided_on)
    if fields.get("merged_into") == code:
        raise RecordingError("merged_into", _("A proposal cannot be merged into itself."))
    if submitted_on and decided_on and decided_on < submitted_on:
        raise RecordingError("decided_on", _("A proposal cannot be decided before it is submitted."))
    recorded = upsert(Proposal, {"organization": organization, "code": code}, fields)
    proposal = recorded.record
    if recorded.is_changed and ("status" in fields or recorded.is_new):
        _stand_where_screened(proposal)
    has_new_signatures = bool(signatures) and _set_signatures(proposal, signatures or {})
    if recorded.is_changed or has_new_signatures:
        follow(proposal)
    return Recorded(proposal, recorded.is_new, recorded.is_changed or has_new_signatures)


@transaction.atomic
def sign_proposal(proposal: Proposal, *, signatures: Mapping[int, str]) -> bool:
    """Put members' signatures under a proposal (member id to role); says whether any is new or changed."""
    is_changed = _set_signatures(proposal, signatures)
    if is_changed:
        follow(proposal)
    return is_changed


def _stand_where_screened(proposal: Proposal) -> None:
    """Put a loaded proposal on the ladder; one that is being handled here stays there while it stays filed."""
    if proposal.status == "filed" and proposal.state in HANDLED:
        return
    proposal.state = "screening" if proposal.status == "undecided" else proposal.status
    proposal.save()


def _set_signatures(proposal: Proposal, signatures: Mapping[int, str]) -> bool:
    wanted = {who: {"role": role} for who, role in signatures.items()}
    return set_rows(proposal.signatures, "member_id", wanted, is_all=False)
