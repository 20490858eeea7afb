"""What search finds of a proposal."""

from zuji.proposals.models import Proposal
from zuji.search.findable import Findable


def findable_of(proposal: Proposal) -> Findable | None:
    """Give what is searched of a proposal; nothing of one that is not submitted, or was withdrawn."""
    if proposal.submitted_on is None or proposal.status == "withdrawn":
        return None
    return Findable(proposal.title, proposal.text, proposal.submitted_on)
