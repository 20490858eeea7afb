"""Service activities: the city committee's for everybody below, or a branch's own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.gatherings.models import ActivityLeaveBase
from zuji.organizations.models import AttendanceMark, SharedRecord
from zuji.service.models.statuses import EVENT_STATUSES

ACTIVITY_KINDS = {
    "teaching": _("teaching in the country"),
    "clinic": _("free clinic"),
    "sponsoring": _("supporting pupils"),
    "donation": _("donation of books or goods"),
    "performance": _("performance"),
    "advice": _("advice on law or science"),
    "volunteering": _("volunteering"),
    "countryside": _("revival of the countryside"),
    "community": _("service in the community"),
}
"""Domain §7; a public lecture is a noun of its own."""


class ServiceActivity(SharedRecord):
    """A service activity. One of a committee expects every member below; a branch's own binds nobody (SRV-1).

    Of those who were helped only how many; of what was given only a note, for no money passes through here.
    """

    name = models.CharField(max_length=120)
    organiser = models.CharField(max_length=60, blank=True)
    held_on = models.DateField()
    status = models.CharField(max_length=12, choices=list(EVENT_STATUSES.items()))
    kind = models.CharField(max_length=16, choices=list(ACTIVITY_KINDS.items()), blank=True)
    starts_at = models.TimeField(null=True, blank=True)
    venue = models.CharField(max_length=80, blank=True)
    beneficiary_count = models.PositiveIntegerField(null=True, blank=True)
    donation_note = models.CharField(max_length=200, blank=True)
    cancel_reason = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "service_activity"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="service_activity_code_unique")]

    def __str__(self) -> str:
        return self.name


class ServiceAttendance(AttendanceMark):
    """A mark at a service activity; `organization` is the member's branch."""

    activity = models.ForeignKey(ServiceActivity, models.CASCADE, related_name="attendance")

    class Meta:
        db_table = "service_attendance"
        constraints = [models.UniqueConstraint(fields=["activity", "member"], name="service_attendance_unique")]


class ServiceLeaveRequest(ActivityLeaveBase):
    """A member's leave from a service activity."""

    activity = models.ForeignKey(ServiceActivity, models.CASCADE, related_name="leave_requests")

    class Meta(ActivityLeaveBase.Meta):
        db_table = "service_leave_request"
        constraints = [models.UniqueConstraint(fields=["activity", "member"], name="leave_asked_once_a_service")]
