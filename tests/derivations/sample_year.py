"""What tests/world.py records of this app."""

from datetime import date

from zuji.derivations.actions import derive
from zuji.footprints.facts import reference_to
from zuji.proposals.models import Proposal
from zuji.research.models import ResearchProject


def record(world):
    """The proposal of the year was written from its research."""
    source = reference_to(ResearchProject.objects.get(code="RE01"))
    derive(Proposal.objects.get(code="PR01"), source, organization=world.branch, by="林四维", on=date(2018, 6, 2))
