"""Meetings of a branch and who came."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.organizations.models import AttendanceMark, OwnRecord

MEETING_KINDS = {"all_member": _("all-member session"), "committee": _("committee meeting")}
MEETING_STATUSES = {"held": _("held"), "cancelled": _("cancelled")}


class Meeting(OwnRecord):
    """A meeting. `recorded_on` tells a late entry, `confirmed_by` who vouches for one."""

    held_on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    venue = models.CharField(max_length=80, blank=True)
    topic = models.CharField(max_length=160)
    kind = models.CharField(max_length=16, choices=list(MEETING_KINDS.items()))
    status = models.CharField(max_length=16, choices=list(MEETING_STATUSES.items()))
    recorded_on = models.DateField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "meeting"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="meeting_code_unique")]

    def __str__(self) -> str:
        return self.topic


class MeetingAttendance(AttendanceMark):
    """A mark at a meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance")

    class Meta:
        db_table = "meeting_attendance"
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="meeting_attendance_unique")]
