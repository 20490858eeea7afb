"""Proposals and signatures."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zuji.organizations.models import Member, OwnRecord

PROPOSAL_STATUSES = {
    "filed": _("filed"),
    "not_filed": _("not filed"),
    "merged": _("merged"),
    "withdrawn": pgettext_lazy("proposal", "withdrawn"),
    "undecided": _("still being screened"),
}
ROLES = {"lead": _("first proposer"), "joint": _("joint proposer")}


class Proposal(OwnRecord):
    """A proposal and where it stands. It counts by the year of submission, whenever it is decided (C7)."""

    title = models.CharField(max_length=160)
    submitted_on = models.DateField()
    status = models.CharField(max_length=12, choices=list(PROPOSAL_STATUSES.items()))
    decided_on = models.DateField(null=True, blank=True)
    merged_into = models.CharField(max_length=40, blank=True)
    handling_body = models.CharField(max_length=80, blank=True)

    class Meta:
        db_table = "proposal"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="proposal_code_unique")]

    def __str__(self) -> str:
        return self.title


class ProposalSignature(models.Model):
    """One member's signature under a proposal (C6)."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="signatures")
    member = models.ForeignKey(Member, models.PROTECT, related_name="proposal_signatures")
    role = models.CharField(max_length=8, choices=list(ROLES.items()))

    class Meta:
        db_table = "proposal_signature"
        constraints = [models.UniqueConstraint(fields=["proposal", "member"], name="proposal_signed_once")]
