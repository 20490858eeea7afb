"""Who may do what with proposals."""

from typing import Any

from zuji.organizations.entitlements import organizations_held_by
from zuji.organizations.models import Organization
from zuji.organizations.permissions import may, own_member
from zuji.proposals.models import Proposal, ProposalMaterial


def can_keep(user: Any, organization: Organization) -> bool:
    """Whoever keeps the branch's proposals enters for others, and what became of them; a committee's: the party's."""
    if organization.level == "branch":
        return may(user, "keep_participation", organization)
    return can_propose_for_party(user, organization)


def can_propose_for_party(user: Any, organization: Organization) -> bool:
    """The party proposes through a committee, and only who holds a post in that very committee writes in its name."""
    if organization.level == "branch":
        return False
    return organizations_held_by(user, action="write_party_proposals").filter(pk=organization.pk).exists()


def can_receive(user: Any, organization: Organization) -> bool:
    """A committee's desk takes in what branches below hand over."""
    return may(user, "receive_papers", organization)


def can_keep_grounds(user: Any, organization: Organization) -> bool:
    """The list of grounds for not filing is kept by who keeps the settings."""
    return may(user, "adopt_institution", organization)


def can_enter_steps(user: Any, proposal: Proposal) -> bool:
    """Steps are entered by the branch's keeper, or by the desk above once the text was handed over."""
    if can_keep(user, proposal.organization):
        return True
    is_handed_over = proposal.submitted_on is not None or proposal.state == "party_committee_review"
    return is_handed_over and can_receive(user, proposal.organization)


def can_write(user: Any, proposal: Proposal) -> bool:
    """The text is its author's and the keeper's."""
    member = own_member(user)
    is_own = member is not None and proposal.written_by_id == member.pk
    return is_own or can_keep(user, proposal.organization)


def can_withdraw(user: Any, proposal: Proposal) -> bool:
    """The first proposer withdraws; the keeper enters it for them."""
    member = own_member(user)
    leads = member is not None and proposal.signatures.filter(member=member, role="lead").exists()
    return leads or can_keep(user, proposal.organization)


def can_change_material(user: Any, material: ProposalMaterial) -> bool:
    """A material is its author's."""
    member = own_member(user)
    return member is not None and material.member_id == member.pk
