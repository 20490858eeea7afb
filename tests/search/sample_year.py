"""What tests/world.py records of this app."""

from zuji.proposals.models import Proposal
from zuji.proposals.queries.found import findable_of
from zuji.search.actions import keep_findable


def record(world):
    """The branch's proposal can be found, by words that stand in its text alone."""
    proposal = Proposal.objects.get(organization=world.branch, code="PR01")
    proposal.situation = "老旧小区冬季室温不达标，建议市政府督促供热企业更新管网。"
    proposal.save()
    keep_findable(proposal, findable_of(proposal))
