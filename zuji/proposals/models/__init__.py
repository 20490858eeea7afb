"""Nouns of proposals."""

from zuji.proposals.models.ground import FilingGround
from zuji.proposals.models.handling import ProposalAssignment, ProposalReply
from zuji.proposals.models.material import ProposalMaterial
from zuji.proposals.models.proposal import PROPOSAL_STATUSES, Proposal, ProposalEvent, ProposalSignature
from zuji.proposals.models.words import ROLES, STATES

__all__ = [
    "PROPOSAL_STATUSES",
    "ROLES",
    "STATES",
    "FilingGround",
    "Proposal",
    "ProposalAssignment",
    "ProposalEvent",
    "ProposalMaterial",
    "ProposalReply",
    "ProposalSignature",
]
