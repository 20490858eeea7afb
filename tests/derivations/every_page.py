"""Lines and addresses for tests/site/test_every_page.py."""

from zuji.derivations.models import Derivation
from zuji.research.models import ResearchProject

ANSWERS = """\
derivations:chain-detail           302    404      404   200    200    200     200    200      200  200   200
derivations:link-edit              302    404      404   404    404    200     200    200      404  404   200
derivations:link-removal-create    302    405      405   405    405    405     405    405      405  405   405
"""


def addresses(world):
    """An address for each line: the arguments of a named page, or a whole path for a line “of …”."""
    research = [world.branch.pk, "research_project", ResearchProject.objects.get(code="RE01").pk]
    return {
        "derivations:chain-detail": research,
        "derivations:link-edit": research,
        "derivations:link-removal-create": [Derivation.objects.get().pk],
    }
