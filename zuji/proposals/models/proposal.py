"""Proposals, who signed them, and each step they took."""

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zuji.organizations.entitlements import organizations_held_by, organizations_seen_by
from zuji.organizations.models import Member, OwnRecord, RecordQuerySet
from zuji.organizations.models.records import RecordEvent
from zuji.proposals.models.words import CATEGORIES, CLOSED_STATES, FORMS, LEVELS, ROLES, STATES, TIMINGS

PROPOSAL_STATUSES = {
    "filed": _("filed"),
    "not_filed": _("not filed"),
    "converted": pgettext_lazy("proposal", "passed on as an opinion"),
    "merged": _("merged"),
    "withdrawn": pgettext_lazy("proposal", "withdrawn"),
    "undecided": _("still being screened"),
}
"""What became of it in screening; `state` says where it stands now."""


class ProposalQuerySet(RecordQuerySet):
    """Proposals: a text that was not handed over is read by its author, its signers and who keeps them where it is.

    Once handed over it is read by the branch, by those above, and by who wrote a material it was made of.
    """

    def visible_to(self, user: Any) -> Self:
        """What a user may read."""
        if not user.is_authenticated:
            return self.none()
        is_open = models.Q(submitted_on__isnull=False) | ~models.Q(state__in=CLOSED_STATES)
        seen = models.Q(organization__in=organizations_seen_by(user)) & is_open
        kept = models.Q(organization__in=organizations_seen_by(user, action="keep_participation"))
        of_party = organizations_held_by(user, action="write_party_proposals").exclude(level="branch")
        made_of_own = self.model.objects.filter(materials__member__user=user).values("pk")
        drawn = models.Q(pk__in=made_of_own) & is_open
        signed = ProposalSignature.objects.filter(member__user=user).values("proposal_id")
        own = models.Q(written_by__user=user) | models.Q(pk__in=signed)
        return self.filter(seen | kept | own | drawn | models.Q(organization__in=of_party))


class Proposal(OwnRecord):
    """A proposal and where it stands. It counts by the year of submission, whenever it is decided (C7).

    `title` is its subject (案由). `state` is its place on the ladder, `status` what screening made of it: a proposal
    that is being handled stays filed. `revision` goes up with every change of the text, so a page tells it is stale.
    """

    title = models.CharField(max_length=160)
    form = models.CharField(max_length=12, choices=list(FORMS.items()), default="individual")
    timing = models.CharField(max_length=14, choices=list(TIMINGS.items()), default="plenary")
    situation = models.TextField(blank=True)
    analysis = models.TextField(blank=True)
    suggestions = models.TextField(blank=True)
    category = models.CharField(max_length=10, choices=list(CATEGORIES.items()), blank=True)
    suggested_unit = models.CharField(max_length=80, blank=True)
    is_public = models.BooleanField(default=True)
    wants_consultation = models.BooleanField(default=True)
    contact = models.CharField(max_length=80, blank=True)
    written_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="proposals_written")
    office_note = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=24, choices=list(STATES.items()), default="draft")
    submitted_on = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=12, choices=list(PROPOSAL_STATUSES.items()), default="undecided")
    decided_on = models.DateField(null=True, blank=True)
    filing_ground = models.CharField(max_length=24, blank=True)
    merged_into = models.CharField(max_length=40, blank=True)
    merged_with = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_here")
    handling_body = models.CharField(max_length=80, blank=True)
    cppcc_level = models.CharField(max_length=10, choices=list(LEVELS.items()), blank=True)
    place = models.CharField(max_length=40, blank=True)
    term_no = models.PositiveSmallIntegerField(null=True, blank=True)
    session_no = models.PositiveSmallIntegerField(null=True, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)
    key_on = models.DateField(null=True, blank=True)
    excellent_on = models.DateField(null=True, blank=True)
    supervisor = models.CharField(max_length=60, blank=True)
    revision = models.PositiveIntegerField(default=0)
    changed_by = models.CharField(max_length=40, blank=True)

    objects = ProposalQuerySet.as_manager()  # type: ignore[misc]  # narrower than its base, on purpose

    class Meta:
        db_table = "proposal"
        constraints = [
            models.UniqueConstraint(fields=["organization", "code"], name="proposal_code_unique"),
            models.UniqueConstraint(
                fields=["cppcc_level", "place", "term_no", "session_no", "number"],
                condition=models.Q(number__isnull=False),
                name="proposal_number_unique",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def length(self) -> int:
        """How many characters the text has, without white space."""
        return sum(len("".join(text.split())) for text in (self.situation, self.analysis, self.suggestions))

    @property
    def suggestion_lines(self) -> list[str]:
        """The suggestions, each its own."""
        return [line.strip() for line in self.suggestions.splitlines() if line.strip()]

    @property
    def text(self) -> str:
        """All its words, for search."""
        return "\n".join(part for part in (self.situation, self.analysis, self.suggestions) if part)

    @property
    def is_before_submission(self) -> bool:
        """Whether the text is still the branch's to change."""
        return self.submitted_on is None and self.state != "withdrawn"


class ProposalSignature(models.Model):
    """One member's signature under a proposal (C6). Loaded without a day, it stands for the day of submission."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="signatures")
    member = models.ForeignKey(Member, models.PROTECT, related_name="proposal_signatures")
    role = models.CharField(max_length=8, choices=list(ROLES.items()))
    signed_on = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "proposal_signature"
        ordering = ["-role", "pk"]
        constraints = [models.UniqueConstraint(fields=["proposal", "member"], name="proposal_signed_once")]

    def __str__(self) -> str:
        return str(self.member)


class ProposalEvent(RecordEvent):
    """One step of a proposal: `what` is the state it reached, or key, excellent, signed."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="events")

    class Meta(RecordEvent.Meta):
        db_table = "proposal_event"

    def __str__(self) -> str:
        return f"{self.on} {self.what}"
