"""Meetings of a branch: planned, held or called off, who came, what was decided, and the minutes of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.gatherings.models import (
    CheckInBase,
    Gathering,
    GatheringEventBase,
    GuestBase,
    LeaveRequestBase,
    MakeUpStudyBase,
    PartOfGathering,
    ReplyBase,
)
from zuji.organizations.models import AttendanceMark, Member, Organization, RecordQuerySet

MEETING_KINDS = {"all_member": _("all-member session"), "committee": _("committee meeting")}


class Meeting(Gathering):
    """A meeting of all members or of the branch committee."""

    kind = models.CharField(max_length=16, choices=list(MEETING_KINDS.items()))
    recorder = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        db_table = "meeting"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="meeting_code_unique")]

    @property
    def is_for_committee(self) -> bool:
        """Say whether only those with a post are expected."""
        return self.kind == "committee"


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


class OfMeeting(PartOfGathering):
    """A row below a meeting."""

    gathering_field = "meeting"

    class Meta:
        abstract = True


class LeaveRequest(OfMeeting, LeaveRequestBase):
    """A member's leave from a meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="leave_requests")

    class Meta(LeaveRequestBase.Meta):
        db_table = "leave_request"
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="leave_asked_once_a_meeting")]


class MeetingReply(OfMeeting, ReplyBase):
    """A member's word that they will come to a meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="replies")

    class Meta(ReplyBase.Meta):
        db_table = "meeting_reply"
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="meeting_answered_once")]


class MeetingGuest(OfMeeting, GuestBase):
    """A guest at a meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="guests")

    class Meta(GuestBase.Meta):
        db_table = "meeting_guest"


class MeetingCheckIn(OfMeeting, CheckInBase):
    """A member's own sign-in to a meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="check_ins")

    class Meta(CheckInBase.Meta):
        db_table = "meeting_check_in"
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="meeting_signed_in_once")]


class MeetingMakeUp(OfMeeting, MakeUpStudyBase):
    """What a member who was not at a meeting studied afterwards."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="make_ups")

    class Meta(MakeUpStudyBase.Meta):
        db_table = "meeting_make_up"
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="meeting_made_up_once")]


class MeetingEvent(OfMeeting, GatheringEventBase):
    """One thing done to a meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="events")

    class Meta(GatheringEventBase.Meta):
        db_table = "meeting_event"


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
