"""How proposals count: once for the branch with what became of it (C7), once for each signer (C6).

Whoever signs another's proposal has its first proposer as actor, so that a setting can tell the two apart (§12-A).
A material counts for its author from the day it was handed in, until a proposal with their signature takes its place.
"""

from datetime import date

from zuji.footprints.facts import Fact, reference_to
from zuji.proposals.models import Proposal, ProposalMaterial

_KINDS = {
    "filed": "proposal.filed",
    "not_filed": "proposal.not_filed",
    "converted": "proposal.not_filed",
    "merged": "proposal.merged",
    "withdrawn": "proposal.withdrawn",
    "undecided": "proposal.pending",
}


def footprints_of(proposal: Proposal) -> list[Fact]:
    """Which facts a proposal amounts to: none before submission. A withdrawn one takes its signatures along (C7)."""
    submitted_on = proposal.submitted_on
    if submitted_on is None:
        return []
    own = reference_to(proposal)
    outcome_on = proposal.decided_on or submitted_on

    def of_branch(kind: str, on: date, cohort_on: date | None = None) -> Fact:
        place = proposal.organization_id
        return Fact(kind=kind, organization_id=place, credit="branch", about=own, happened_on=on, cohort_on=cohort_on)

    facts = [
        of_branch("proposal.submitted", submitted_on),
        of_branch(_KINDS[proposal.status], outcome_on, submitted_on),
    ]
    if proposal.status == "withdrawn":
        return facts
    honours = (("proposal.key", proposal.key_on), ("proposal.excellent", proposal.excellent_on))
    facts += [of_branch(kind, on, submitted_on) for kind, on in honours if on]
    leads = {signature.member_id for signature in proposal.signatures.all() if signature.role == "lead"}
    authors = leads | {material.member_id for material in proposal.materials.all()}
    signed = [
        Fact(
            kind="proposal.signed",
            organization_id=proposal.organization_id,
            credit="member",
            member_id=signature.member_id,
            actor_id=None if signature.member_id in authors else next(iter(leads), None),
            about=own,
            happened_on=submitted_on,
        )
        for signature in proposal.signatures.all()
    ]
    return [*facts, *signed]


def footprints_of_material(material: ProposalMaterial) -> list[Fact]:
    """One fact for its author once handed in; none where a submitted proposal from it bears their signature (§12-A)."""
    if material.handed_on is None or material.counts_as_signature:
        return []
    return [
        Fact(
            kind="proposal.written",
            organization_id=material.organization_id,
            credit="member",
            member_id=material.member_id,
            about=reference_to(material),
            happened_on=material.handed_on,
        )
    ]
