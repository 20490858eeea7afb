"""提案素材: what any member may write, whether or not they may propose."""

from typing import Any, Self

from django.db import models

from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.models import Member, OwnRecord, RecordQuerySet
from zuji.proposals.models.proposal import Proposal


class MaterialQuerySet(RecordQuerySet):
    """Materials: until handed in read by their author alone, then by who may look into the branch."""

    def visible_to(self, user: Any) -> Self:
        """What a user may read."""
        if not user.is_authenticated:
            return self.none()
        seen = models.Q(organization__in=organizations_seen_by(user), handed_on__isnull=False)
        kept = models.Q(organization__in=organizations_seen_by(user, action="keep_participation"))
        return self.filter(seen | kept | models.Q(member__user=user))


class ProposalMaterial(OwnRecord):
    """A member's material for a proposal. It counts for its author from the day it was handed to the branch.

    Taken up into a proposal that its author signs, the signature counts in its place.
    """

    member = models.ForeignKey(Member, models.PROTECT, related_name="proposal_materials")
    title = models.CharField(max_length=160)
    text = models.TextField(blank=True)
    handed_on = models.DateField(null=True, blank=True)
    taken_up_in = models.ForeignKey(Proposal, models.PROTECT, null=True, blank=True, related_name="materials")
    revision = models.PositiveIntegerField(default=0)
    changed_by = models.CharField(max_length=40, blank=True)

    objects = MaterialQuerySet.as_manager()  # type: ignore[misc]  # narrower than its base, on purpose

    class Meta:
        db_table = "proposal_material"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="proposal_material_code_unique")]

    def __str__(self) -> str:
        return self.title

    @property
    def counts_as_signature(self) -> bool:
        """Whether a submitted proposal from it bears its author's signature, which counts in its place (§12-A)."""
        proposal = self.taken_up_in
        if proposal is None or proposal.submitted_on is None or proposal.status == "withdrawn":
            return False
        return any(signature.member_id == self.member_id for signature in proposal.signatures.all())
