"""Meetings of a branch: planned, held or called off, who came, what was decided and who does it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.organizations.models import AttendanceMark, Member, Organization, OwnRecord, RecordQuerySet

MEETING_KINDS = {"all_member": _("all-member session"), "committee": _("committee meeting")}
MEETING_STATUSES = {"planned": _("planned"), "held": _("held"), "cancelled": _("cancelled")}
LEAVE_KINDS = {
    "leave": _("personal leave"),
    "sick_leave": _("sick leave"),
    "official_leave": _("official leave"),
}
"""Each is the mark that a granted leave becomes."""
LEAVE_STATES = {"pending": _("asked for"), "granted": _("granted"), "declined": _("declined")}
GROUNDS = {
    "own": _("entered by the member"),
    "phone": _("by phone"),
    "paper": _("on paper"),
    "in_person": _("in person"),
}


class Meeting(OwnRecord):
    """A meeting. `recorded_on` tells a late entry, `confirmed_by` who vouches for one.

    `revision` goes up with every change, so that a page opened before it can tell that it is stale.
    """

    held_on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    venue = models.CharField(max_length=80, blank=True)
    topic = models.CharField(max_length=160)
    kind = models.CharField(max_length=16, choices=list(MEETING_KINDS.items()))
    status = models.CharField(max_length=16, choices=list(MEETING_STATUSES.items()))
    cancel_reason = models.CharField(max_length=120, blank=True)
    notice_on = models.DateField(null=True, blank=True)
    chaired_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="meetings_chaired")
    recorder = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="meetings_recorded")
    recorded_on = models.DateField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=40, blank=True)
    revision = models.PositiveIntegerField(default=0)

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


class AgendaItem(models.Model):
    """One matter of a meeting: what it is, what was said of it, what was decided."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    resolution = models.TextField(blank=True)

    class Meta:
        db_table = "agenda_item"
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["meeting", "position"], name="agenda_item_position_unique")]

    def __str__(self) -> str:
        return self.title


class LeaveRequest(models.Model):
    """A member's leave from a meeting. `entered_by` and `ground` tell when somebody else wrote it down."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="leave_requests")
    member = models.ForeignKey(Member, models.PROTECT, related_name="leave_requests")
    kind = models.CharField(max_length=16, choices=list(LEAVE_KINDS.items()))
    reason = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=list(LEAVE_STATES.items()), default="pending")
    ground = models.CharField(max_length=12, choices=list(GROUNDS.items()))
    entered_by = models.CharField(max_length=40)
    asked_on = models.DateField()
    decided_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "leave_request"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="leave_asked_once_a_meeting")]


class ActionItem(models.Model):
    """What a meeting gave somebody to do, chased until it is done."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="action_items")
    matter = models.CharField(max_length=160)
    owner = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="action_items")
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "action_item"
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.matter


class MeetingMinutes(models.Model):
    """The minutes (纪要) of a meeting: its agenda's words as they were approved; until then a draft."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="minutes")
    written_by = models.CharField(max_length=40)
    approved_by = models.CharField(max_length=40, blank=True)
    approved_on = models.DateField(null=True, blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        db_table = "meeting_minutes"

    def __str__(self) -> str:
        return str(self.meeting)

    @property
    def is_approved(self) -> bool:
        """Approved minutes stay as they are."""
        return self.approved_on is not None


class MeetingEvent(models.Model):
    """One thing done to a meeting, by whom and when: what the second of two writers is told."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="events")
    what = models.CharField(max_length=24)
    by = models.CharField(max_length=40)
    note = models.CharField(max_length=160, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "meeting_event"
        ordering = ["pk"]
