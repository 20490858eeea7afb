"""A piece of public opinion, and the steps of its life."""

import re
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from zuji.infos.models.text import InfoWords
from zuji.infos.models.topics import CommissionedTopic
from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.models import Member, OwnRecord, RecordEvent, RecordQuerySet
from zuji.organizations.queries import name_of

INFO_STATES = {
    "draft": pgettext_lazy("info", "draft"),
    "submitted": pgettext_lazy("info", "handed to the branch"),
    "branch_checked": pgettext_lazy("info", "checked"),
    "signed": pgettext_lazy("info", "signed"),
    "reported": pgettext_lazy("info", "sent"),
    "returned": pgettext_lazy("info", "returned"),
    "rejected": pgettext_lazy("info", "not used"),
    "withdrawn": pgettext_lazy("info", "withdrawn"),
    "closed": pgettext_lazy("info", "closed"),
}
UNSENT_STATES = ("draft", "submitted", "branch_checked", "signed")
COUNTED_STATES = ("reported", "rejected", "closed")
"""What was sent counts as sent even where the body did not use it; returned it waits, withdrawn it is gone (§5)."""


_PIECE = re.compile("[0-9]{4}-[0-9]{3,}")


class InfoQuerySet(RecordQuerySet):
    """The line of an info (title, author, day, state, outcomes) is read by the branch; its text by fewer."""

    def visible_to(self, user: Any) -> Self:
        """What was sent is read as other records; what is on its way by its author and those who check or sign.

        One given back or withdrawn before it ever left the branch was never sent.
        """
        if not user.is_authenticated:
            return self.none()
        was_sent = Q(submitted_at__isnull=False) & ~Q(state__in=UNSENT_STATES)
        seen = Q(organization__in=organizations_seen_by(user)) & was_sent
        held = Q(pk__in=self._came_to_desks_of(user).values("pk"))
        return self.filter(seen | held | self._of_author(user) | self._of_office(user))

    def readable_by(self, user: Any) -> Self:
        """Whose text a user may read: the author's, the branch's who check or sign, the desk's it was sent to.

        While it is back to be mended, and once withdrawn, it is the branch's again: a desk keeps what came to it, and
        sees nothing of what is changed since.
        """
        if not user.is_authenticated:
            return self.none()
        sent = self._came_to_desks_of(user).filter(state__in=COUNTED_STATES)
        return self.filter(self._of_author(user) | self._of_office(user) | Q(pk__in=sent.values("pk")))

    def kept_by(self, user: Any) -> Self:
        """Those whose words a user reads as they stand now: the author's, the branch's who check or sign."""
        return self.filter(self._of_author(user) | self._of_office(user))

    def _came_to_desks_of(self, user: Any) -> Self:
        desks = organizations_seen_by(user, action="receive_papers")
        found: Self = self.model.objects.filter(dispatches__organization__in=desks).exclude(state="withdrawn")
        return found

    @staticmethod
    def _of_author(user: Any) -> Q:
        return Q(member__user=user.pk)

    def entered_by(self, user: Any) -> Self:
        """Give what a user entered for a member, who may never sign in."""
        name = name_of(user)[:40]
        return self.filter(events__what="written", events__by=name, member__isnull=False).exclude(member__name=name)

    def _of_office(self, user: Any) -> Q:
        checks = Q(organization__in=organizations_seen_by(user, action="check_infos"))
        signs = Q(organization__in=organizations_seen_by(user, action="sign_infos"))
        others = Q(state="draft") & Q(member__isnull=False)
        return (checks | signs) & (~others | Q(pk__in=self.model.objects.entered_by(user).values("pk")))


class Info(InfoWords, OwnRecord):
    """A piece of public opinion. `submitted_at` is the instant of its first sending; its Shanghai date decides the
    month (C16), and one sent again after a return keeps it. Without a member it is the branch's own.

    `contact` is for the branch alone and leaves it on no paper. `is_clear` says that its author vouched for the text:
    no secret of state or of work, nobody's privacy.
    """

    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="infos")
    state = models.CharField(max_length=16, choices=list(INFO_STATES.items()), default="reported")
    contact = models.CharField(max_length=80, blank=True)
    topic = models.ForeignKey(CommissionedTopic, models.PROTECT, null=True, blank=True, related_name="infos")
    is_clear = models.BooleanField(default=False)
    submitted_at = models.DateTimeField(null=True, blank=True)
    channel = models.CharField(max_length=40, blank=True)
    duplicate_of = models.CharField(max_length=40, blank=True)
    recorded_on = models.DateField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=40, blank=True)
    revision = models.PositiveIntegerField(default=0)
    changed_by = models.CharField(max_length=40, blank=True)

    untold = frozenset({"title", "situation", "analysis", "suggestions", "contact"})
    objects = InfoQuerySet.as_manager()  # type: ignore[misc]  # narrower than a record's

    class Meta:
        db_table = "info"
        constraints = [
            models.UniqueConstraint(fields=["organization", "code"], name="info_code_unique"),
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=False) | ~Q(state__in=COUNTED_STATES), name="info_sent_on_a_day"
            ),
        ]

    def __str__(self) -> str:
        """Its title as others know it: while it is back to be mended, the one it was sent with."""
        return self.as_sent.title

    @property
    def number(self) -> str:
        """The piece number: the branch's short name, year and place (domain §5); as kept where either is not so."""
        short_name = self.organization.short_name
        return f"{short_name}-{self.code}" if short_name and _PIECE.fullmatch(self.code) else self.code

    @property
    def as_sent(self) -> InfoWords:
        """The words that left the branch last: what is changed while it is back to be mended is not among them."""
        if self.submitted_at is None or self.state in COUNTED_STATES:
            return self
        return next(reversed(self.sent_texts.all()), self)

    @property
    def is_sent(self) -> bool:
        return self.submitted_at is not None and self.state not in UNSENT_STATES


class InfoEvent(RecordEvent):
    """One step: written, handed in, checked, signed, sent, returned, not used, withdrawn."""

    info = models.ForeignKey(Info, models.CASCADE, related_name="events")

    class Meta(RecordEvent.Meta):
        db_table = "info_event"
