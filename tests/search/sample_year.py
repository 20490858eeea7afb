"""What tests/world.py records of this app."""

from datetime import date

from zuji.proposals.models import Proposal
from zuji.search.actions import make_findable


def record(world):
    """The branch's proposal can be found, by words that its record alone does not hold."""
    proposal = Proposal.objects.get(organization=world.branch, code="PR01")
    make_findable(
        proposal,
        organization_id=world.branch.pk,
        title=proposal.title,
        body="老旧小区冬季室温不达标，建议市政府督促供热企业更新管网。",
        on=date(2018, 1, 6),
    )
