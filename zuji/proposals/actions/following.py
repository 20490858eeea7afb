"""What follows from any change of a proposal: footprints, the materials it rests on, and search."""

from zuji.footprints.actions import sync
from zuji.proposals.footprints import footprints_of, footprints_of_material
from zuji.proposals.models import Proposal
from zuji.search.actions import make_findable, make_unfindable


def follow(proposal: Proposal) -> None:
    """Post what a proposal amounts to now, let its materials count or not, and let it be found once submitted."""
    sync(proposal, footprints_of(proposal))
    for material in proposal.materials.select_for_update():
        material.taken_up_in = proposal
        sync(material, footprints_of_material(material))
    if proposal.submitted_on is None or proposal.status == "withdrawn":
        make_unfindable(proposal)
    else:
        make_findable(
            proposal,
            organization_id=proposal.organization_id,
            title=proposal.title,
            body=proposal.text,
            on=proposal.submitted_on,
        )
