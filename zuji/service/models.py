"""Service activities of the city committee, and public lectures of a branch."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.organizations.models import AttendanceMark, Member, OwnRecord, SharedRecord

EVENT_STATUSES = {"planned": _("planned"), "held": _("held"), "cancelled": _("cancelled")}


class ServiceActivity(SharedRecord):
    """A service activity that the city committee organises and at which every member is expected."""

    name = models.CharField(max_length=120)
    organiser = models.CharField(max_length=60, blank=True)
    held_on = models.DateField()
    status = models.CharField(max_length=12, choices=list(EVENT_STATUSES.items()))

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


class Lecture(OwnRecord):
    """A public lecture. `audience_count` is a headcount; nobody in the audience is named."""

    kind = models.CharField(max_length=40, blank=True)
    topic = models.CharField(max_length=120)
    held_on = models.DateField()
    host = models.CharField(max_length=80, blank=True)
    audience_count = models.PositiveIntegerField(null=True, blank=True)
    status = models.CharField(max_length=12, choices=list(EVENT_STATUSES.items()))
    recorded_on = models.DateField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "lecture"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="lecture_code_unique")]

    def __str__(self) -> str:
        return self.topic


class LectureSpeaker(models.Model):
    """A speaker of a lecture; `position` 1 is the first named."""

    lecture = models.ForeignKey(Lecture, models.CASCADE, related_name="speakers")
    member = models.ForeignKey(Member, models.PROTECT, related_name="lectures")
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        db_table = "lecture_speaker"
        constraints = [models.UniqueConstraint(fields=["lecture", "member"], name="lecture_speaker_unique")]
        ordering = ["position"]
