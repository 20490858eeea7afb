"""Node days of the year's plan, how a branch marked them, and theme activities."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.activities.models.rules import NodeDayRule
from zuji.foundation.models import Stamped
from zuji.gatherings.models import ActivityLeaveBase
from zuji.organizations.models import AttendanceMark, Organization, RecordQuerySet, SharedRecord

EVENT_STATUSES = {"planned": _("planned"), "held": _("held"), "cancelled": _("cancelled")}


class NodeDay(SharedRecord):
    """A commemorative day in the plan of a year: the committee's for all below, or a branch's own.

    `rule` where it was taken from the calendar.
    """

    name = models.CharField(max_length=80)
    anniversary_on = models.DateField()
    rule = models.ForeignKey(NodeDayRule, models.PROTECT, null=True, blank=True, related_name="node_days")

    class Meta:
        db_table = "node_day"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="node_day_code_unique")]

    def __str__(self) -> str:
        return self.name


class NodeDayObservance(Stamped):
    """How and when a branch marked a node day, or why it did not; one row per branch and node day.

    `revision` goes up with every change, so that a page opened before it can tell that it is stale.
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    node_day = models.ForeignKey(NodeDay, models.PROTECT, related_name="observances")
    held_on = models.DateField(null=True, blank=True)
    form = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=12, choices=list(EVENT_STATUSES.items()))
    cancel_reason = models.CharField(max_length=120, blank=True)
    revision = models.PositiveIntegerField(default=0)
    changed_by = models.CharField(max_length=40, blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        db_table = "node_day_observance"
        constraints = [models.UniqueConstraint(fields=["organization", "node_day"], name="node_day_marked_once")]

    def __str__(self) -> str:
        return str(self.node_day)


class NodeDayAttendance(AttendanceMark):
    """A mark at a branch's observance of a node day."""

    node_day = models.ForeignKey(NodeDay, models.CASCADE, related_name="attendance")

    class Meta:
        db_table = "node_day_attendance"
        constraints = [models.UniqueConstraint(fields=["node_day", "member"], name="node_day_attendance_unique")]


class ThemeActivity(SharedRecord):
    """A theme activity of the city committee at which every member is expected."""

    name = models.CharField(max_length=120)
    organiser = models.CharField(max_length=60, blank=True)
    held_on = models.DateField()
    status = models.CharField(max_length=12, choices=list(EVENT_STATUSES.items()))
    venue = models.CharField(max_length=80, blank=True)
    cancel_reason = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "theme_activity"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="theme_activity_code_unique")]

    def __str__(self) -> str:
        return self.name


class ActivityAttendance(AttendanceMark):
    """A mark at a theme activity; `organization` is the member's branch."""

    activity = models.ForeignKey(ThemeActivity, models.CASCADE, related_name="attendance")

    class Meta:
        db_table = "activity_attendance"
        constraints = [models.UniqueConstraint(fields=["activity", "member"], name="activity_attendance_unique")]


class ActivityLeaveRequest(ActivityLeaveBase):
    """A member's leave from a theme activity."""

    activity = models.ForeignKey(ThemeActivity, models.CASCADE, related_name="leave_requests")

    class Meta(ActivityLeaveBase.Meta):
        db_table = "activity_leave_request"
        constraints = [models.UniqueConstraint(fields=["activity", "member"], name="leave_asked_once_an_activity")]
