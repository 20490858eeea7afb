"""Lines and addresses for tests/site/test_every_page.py."""

from zuji.organizations.models import PublicOffice
from zuji.proposals.models import Proposal, ProposalAssignment, ProposalMaterial, ProposalReply

ANSWERS = """\
proposals:proposal-list           302    404      404   200    200    200     200    200      200  200   200
proposals:proposal-create         302    404      404   200    200    200     200    200      404  404   200
proposals:rate-detail             302    404      404   200    200    200     200    200      200  200   200
proposals:person-list             302    404      404   200    200    200     200    200      200  200   200
proposals:ground-list             302    404      404   200    200    200     200    200      200  200   200
proposals:ground-end-edit         302    404      404   404    404    404     404    200      404  200   200
proposals:inbox                   302    404      404   404    404    404     404    404      200  200   200
proposals:proposal-detail         302    404      404   200    200    200     200    200      200  200   200
proposals:proposal-edit           302    404      404   404    404    200     200    200      404  404   200
proposals:signature-create        302    405      405   405    405    405     405    405      405  405   405
proposals:signature-removal-create 302   405      405   405    405    405     405    405      405  405   405
proposals:removal-create          302    405      405   405    405    405     405    405      405  405   405
proposals:file-create             302    405      405   405    405    405     405    405      405  405   405
proposals:step-create             302    404      404   404    404    200     200    200      200  200   200
proposals:assignment-create       302    404      404   404    404    200     200    200      200  200   200
proposals:contact-edit            302    404      404   404    404    200     200    200      200  200   200
proposals:reply-edit              302    404      404   404    404    200     200    200      200  200   200
proposals:feedback-edit           302    404      404   404    200    200     200    200      200  200   200
reports:proposal-docx             302    404      404   200    200    200     200    200      200  200   200
reports:proposal-pdf              302    404      404   200    200    200     200    200      200  200   200
proposals:material-list           302    404      404   200    200    200     200    200      200  200   200
proposals:material-create         302    404      404   200    200    200     200    200      404  404   200
proposals:material-detail         302    404      404   200    200    200     200    200      200  200   200
proposals:material-edit           302    404      404   404    200    404     404    404      404  404   404
proposals:handing-in-create       302    405      405   405    405    405     405    405      405  405   405
proposals:handing-in-removal-create 302  405      405   405    405    405     405    405      405  405   405
proposals:office-list             302    404      404   200    200    200     200    200      200  200   200
proposals:office-removal-create   302    405      405   405    405    405     405    405      405  405   405
"""


def addresses(world):
    """An address for each line: the arguments of a named page, or a whole path for a line “of …”."""
    proposal, material = Proposal.objects.get(code="PR01").pk, ProposalMaterial.objects.get().pk
    assignment = ProposalAssignment.objects.get().pk
    of_branch = ("proposal-list", "proposal-create", "rate-detail", "person-list", "material-list", "material-create")
    of_proposal = (
        *("proposal-detail", "proposal-edit", "signature-create", "signature-removal-create"),
        *("removal-create", "file-create", "assignment-create"),
    )
    of_material = ("material-detail", "material-edit", "handing-in-create", "handing-in-removal-create")
    return {
        **{f"proposals:{name}": [world.branch.pk] for name in (*of_branch, "office-list")},
        **{f"proposals:{name}": [proposal] for name in of_proposal},
        "reports:proposal-docx": [proposal],
        "reports:proposal-pdf": [proposal],
        **{f"proposals:{name}": [material] for name in of_material},
        "proposals:ground-list": [world.branch.pk],
        "proposals:ground-end-edit": [world.branch.pk, "vague"],
        "proposals:inbox": [world.city.pk],
        "proposals:step-create": [proposal, "returned"],
        "proposals:contact-edit": [assignment],
        "proposals:reply-edit": [assignment],
        "proposals:feedback-edit": [ProposalReply.objects.get().pk],
        "proposals:office-removal-create": [PublicOffice.objects.get().pk],
    }
