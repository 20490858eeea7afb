"""How proposals count: once for the branch with what became of it (C7), once for each signer (C6)."""

from zuji.footprints.facts import Fact, reference_to
from zuji.proposals.models import Proposal

_KINDS = {
    "filed": "proposal.filed",
    "not_filed": "proposal.not_filed",
    "merged": "proposal.merged",
    "withdrawn": "proposal.withdrawn",
    "undecided": "proposal.pending",
}


def footprints_of(proposal: Proposal) -> list[Fact]:
    """Which facts a proposal amounts to now. A withdrawn one takes its signatures with it (C7)."""
    own = reference_to(proposal)
    submitted = Fact(
        kind="proposal.submitted",
        organization_id=proposal.organization_id,
        credit="branch",
        about=own,
        happened_on=proposal.submitted_on,
    )
    outcome = Fact(
        kind=_KINDS[proposal.status],
        organization_id=proposal.organization_id,
        credit="branch",
        about=own,
        happened_on=proposal.decided_on or proposal.submitted_on,
        cohort_on=proposal.submitted_on,
    )
    if proposal.status == "withdrawn":
        return [submitted, outcome]
    signed = [
        Fact(
            kind="proposal.signed",
            organization_id=proposal.organization_id,
            credit="member",
            member_id=signature.member_id,
            about=own,
            happened_on=proposal.submitted_on,
        )
        for signature in proposal.signatures.all()
    ]
    return [submitted, outcome, *signed]
