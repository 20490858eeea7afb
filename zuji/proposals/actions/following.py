"""What follows from any change of a proposal: footprints, the materials it rests on, and search."""

from zuji.footprints.actions import sync
from zuji.proposals.footprints import footprints_of, footprints_of_material
from zuji.proposals.models import Proposal
from zuji.proposals.queries.found import findable_of
from zuji.search.actions import keep_findable


def follow(proposal: Proposal) -> None:
    """Post what a proposal amounts to now, let its materials count or not, and let it be found once submitted."""
    sync(proposal, footprints_of(proposal))
    for material in proposal.materials.select_for_update():
        material.taken_up_in = proposal
        sync(material, footprints_of_material(material))
    keep_findable(proposal, findable_of(proposal))
