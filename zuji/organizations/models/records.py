"""What the record apps share: who owns a record, who may see it, and a mark of attendance."""

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.foundation.models import Stamped
from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.models.organization import Organization, OrganizationClosure
from zuji.organizations.models.people import Member

MARKS = {
    "present": _("present"),
    "online": _("online"),
    "late": _("late"),
    "left_early": _("left early"),
    "leave": _("leave"),
    "official_leave": _("official leave"),
    "sick_leave": _("sick leave"),
    "absent": _("absent"),
    "exempt": _("exempt"),
}


def mark_for_all(mark: str) -> Any:
    """Say a mark to everybody: whoever was on leave was on leave; of what kind, such as sick leave, is their own."""
    return MARKS["leave" if mark.endswith("_leave") else mark]


class RecordQuerySet(models.QuerySet[Any]):
    """Records of organizations: every list starts from `visible_to`."""

    def visible_to(self, user: Any) -> Self:
        """What a user may read: the records of the organizations they look into."""
        return self.filter(organization__in=organizations_seen_by(user))

    def of(self, organization: Organization) -> Self:
        return self.filter(organization=organization)


class SharedQuerySet(RecordQuerySet):
    """Records of a committee that its branches share: whoever is below may read them too."""

    def visible_to(self, user: Any) -> Self:
        above = OrganizationClosure.objects.filter(descendant__in=organizations_seen_by(user))
        return self.filter(organization__in=above.values("ancestor_id"))

    def of(self, organization: Organization) -> Self:
        return self.filter(organization__descendant_links__descendant=organization)


class ConfidentialQuerySet(RecordQuerySet):
    """Records that concern one `member` and stay in the branch: read by that member and by who keeps the records.

    Not by other members, and not from above (domain §2.5).
    """

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        kept = organizations_seen_by(user, action="record_work")
        return self.filter(models.Q(organization__in=kept) | models.Q(member__user=user))


class OwnRecord(Stamped):
    """A record of one organization. `code` is its number there, by which a later load finds it again."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True


class SharedRecord(Stamped):
    """A record of a committee that opens something for every branch below it."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)

    objects = SharedQuerySet.as_manager()

    class Meta:
        abstract = True


class AttendanceMark(models.Model):
    """One member's mark at one event. No row means absent; what a mark counts as is a policy, not a property."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    mark = models.CharField(max_length=16, choices=list(MARKS.items()))

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True


class RecordEvent(models.Model):
    """One step of a record's life, on a day of its own: what, by whom or by which body, and why.

    `on` is the day it happened, `recorded_at` when it was entered; the two may lie months apart. `by` is who entered
    it, `body` the committee or office whose step it was, `document_no` the paper that says so.
    """

    what = models.CharField(max_length=24)
    on = models.DateField()
    by = models.CharField(max_length=40)
    body = models.CharField(max_length=80, blank=True)
    document_no = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["on", "pk"]
