"""Reflections on what was studied: owned by their author, who says how far they are read."""

import re
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zuji.foundation.clock import today
from zuji.foundation.models import Stamped
from zuji.organizations.entitlements import holdings_of, organizations_seen_by
from zuji.organizations.models import Member, Organization, RecordQuerySet

VISIBILITIES = {
    "own": _("only me"),
    "branch": _("my branch"),
    "public": _("my branch and the committees above"),
}
REFLECTION_STATES = {"draft": _("draft"), "handed_in": _("handed in")}
_WORD = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]|[^\W\u2e80-\U0010ffff]+")


def word_count(text: str) -> int:
    """Count as papers ask for it: each Chinese character, each word in letters, each number; no spaces, no signs."""
    return len(_WORD.findall(text))


class ReflectionQuerySet(RecordQuerySet):
    """What is the author's own is nobody else's: not the director's, not the operator's."""

    def visible_to(self, user: Any) -> Self:
        """What a user may read: their own; what was handed in to their branch; what is open, in what they look into."""
        if not user.is_authenticated:
            return self.none()
        own = Q(member__user=user)
        handed_in = Q(state="handed_in")
        seen = Q(visibility="public", organization__in=organizations_seen_by(user))
        held = holdings_of(user, today())
        inside = held.memberships | {place for _post, place in held.posts}
        within = Q(visibility="branch") & (Q() if user.is_superuser else Q(organization__in=inside))
        return self.filter(own | (handed_in & (seen | within)))


class StudyReflection(Stamped):
    """A reflection (心得): not a thought report, and never read further than its author says.

    `journal_consent_on` is when the author let the journal have it, revocable until `journal_taken_on`.
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="reflections")
    title = models.CharField(max_length=80)
    text = models.TextField(blank=True)
    visibility = models.CharField(max_length=8, choices=list(VISIBILITIES.items()), default="own")
    state = models.CharField(max_length=10, choices=list(REFLECTION_STATES.items()), default="draft")
    handed_in_on = models.DateField(null=True, blank=True)
    journal_consent_on = models.DateField(null=True, blank=True)
    journal_taken_on = models.DateField(null=True, blank=True)
    entered_by = models.CharField(max_length=40, blank=True)

    objects = ReflectionQuerySet.as_manager()

    class Meta:
        db_table = "study_reflection"
        ordering = ["-handed_in_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft", handed_in_on=None) | Q(state="handed_in", handed_in_on__isnull=False),
                name="study_reflection_handed_in_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(journal_taken_on__isnull=True) | Q(journal_consent_on__isnull=False),
                name="study_reflection_taken_with_consent",
            ),
            models.CheckConstraint(
                condition=Q(journal_consent_on__isnull=True) | (Q(state="handed_in") & ~Q(visibility="own")),
                name="study_reflection_own_stays_own",
            ),
        ]

    def __str__(self) -> str:
        """What the ledger calls it: not even the title of what is the author's own."""
        return gettext("reflection")

    @property
    def words(self) -> int:
        """How long it is."""
        return word_count(self.text)
