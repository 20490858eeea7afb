"""A gathering of a branch and the rows below it, as abstract models: each record app has tables of its own.

Leave from everything for a while is of no one gathering, and has its table here.
"""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.entries.models import GROUNDS as GROUNDS_FOR_OTHERS
from zuji.organizations.models import Member, Organization, OwnRecord, RecordQuerySet

STATUSES = {"planned": _("planned"), "held": _("held"), "cancelled": _("cancelled")}
LEAVE_KINDS = {
    "leave": _("personal leave"),
    "sick_leave": _("sick leave"),
    "official_leave": _("official leave"),
}
"""Each is the mark that a granted leave becomes."""
LEAVE_STATES = {"pending": _("asked for"), "granted": _("granted"), "declined": _("declined")}
GROUNDS = {"own": _("entered by the member"), **GROUNDS_FOR_OTHERS}


class Gathering(OwnRecord):
    """People of a branch called together. `recorded_on` tells a late entry, `confirmed_by` who vouches for one.

    `revision` goes up with every change, so that a page opened before it can tell that it is stale. `sign_in_key` is
    there while members may sign in themselves.
    """

    held_on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    venue = models.CharField(max_length=80, blank=True)
    topic = models.CharField(max_length=160)
    status = models.CharField(max_length=16, choices=list(STATUSES.items()))
    cancel_reason = models.CharField(max_length=120, blank=True)
    notice_on = models.DateField(null=True, blank=True)
    chaired_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    recorded_on = models.DateField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=40, blank=True)
    sign_in_key = models.CharField(max_length=32, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.topic

    @property
    def is_for_committee(self) -> bool:
        """Say whether only those with a post are expected."""
        return False


class PartOfGathering(models.Model):
    """A row below a gathering; `gathering_field` names the relation to it.

    The ledger's page of a gathering tells who came, not who asked leave, signed in or said what beforehand.
    """

    gathering_field: ClassVar[str]
    is_told_with_record: ClassVar[bool] = False

    class Meta:
        abstract = True

    @property
    def gathering(self) -> Any:
        """The gathering, whichever app it is of."""
        return getattr(self, self.gathering_field)


class LeaveRequestBase(PartOfGathering):
    """A member's leave from a gathering. `entered_by` and `ground` tell when somebody else wrote it down."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=list(LEAVE_KINDS.items()))
    reason = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=list(LEAVE_STATES.items()), default="pending")
    ground = models.CharField(max_length=12, choices=list(GROUNDS.items()))
    entered_by = models.CharField(max_length=40)
    asked_on = models.DateField()
    decided_by = models.CharField(max_length=40, blank=True)

    class Meta:
        abstract = True
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.gathering)


class ActivityLeaveBase(LeaveRequestBase):
    """A member's leave from an activity that branches share; the member's branch of that day decides."""

    gathering_field = "activity"

    class Meta(LeaveRequestBase.Meta):
        abstract = True


class ReplyBase(PartOfGathering):
    """A member's word that they will come; who cannot asks leave, and nobody has to answer."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    said_on = models.DateField()

    class Meta:
        abstract = True
        ordering = ["pk"]


class GuestBase(PartOfGathering):
    """Somebody who is not of the branch and came. `member` where it is a member of another branch: they may read it."""

    name = models.CharField(max_length=40)
    unit = models.CharField(max_length=60, blank=True)
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name}（{self.unit}）" if self.unit else self.name


class CheckInBase(PartOfGathering):
    """That a member signed in by themselves, and at what time; the mark is set by who keeps the records."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True
        ordering = ["pk"]


class StandingLeave(models.Model):
    """Leave from everything for a while, such as a long illness: entered once, it is what every list begins with.

    `until_on` is the last day of it. It changes no mark already set, and excuses from nothing that the setting of the
    mark does not excuse from.
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=list(LEAVE_KINDS.items()))
    from_on = models.DateField()
    until_on = models.DateField()
    reason = models.CharField(max_length=120, blank=True)
    ground = models.CharField(max_length=12, choices=list(GROUNDS.items()))
    entered_by = models.CharField(max_length=40)

    objects = RecordQuerySet.as_manager()

    class Meta:
        db_table = "standing_leave"
        ordering = ["-from_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "member", "from_on"], name="standing_leave_start_unique"),
            models.CheckConstraint(
                condition=models.Q(until_on__gte=models.F("from_on")), name="standing_leave_ends_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return str(self.member)


class MakeUpStudyBase(PartOfGathering):
    """补学: a member who was not there studied it afterwards. It completes; the rate of attendance stays (C2)."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    studied_on = models.DateField()
    note = models.CharField(max_length=120, blank=True)
    ground = models.CharField(max_length=12, choices=list(GROUNDS.items()))
    entered_by = models.CharField(max_length=40)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["studied_on", "pk"]

    def __str__(self) -> str:
        return str(self.gathering)


class GatheringEventBase(PartOfGathering):
    """One thing done to a gathering, by whom and when: what the second of two writers is told."""

    what = models.CharField(max_length=24)
    by = models.CharField(max_length=40)
    note = models.CharField(max_length=160, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["pk"]
