"""Study tasks of the city committee, their completion by a branch, and study sessions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.foundation.models import Stamped
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
from zuji.organizations.models import AttendanceMark, Member, Organization, RecordQuerySet, SharedRecord

SESSION_KINDS = {
    "plenary": _("plenary study"),
    "monthly": _("monthly study"),
    "journal_reading": _("journal reading"),
    "history": _("charter and history"),
    "topic": _("special topic"),
    "tour": _("study tour"),
    "online": _("online"),
    "self_study": _("self-study"),
}


class StudyTask(SharedRecord):
    """One material of the city committee's yearly study task, to be studied by `due_on`."""

    material = models.CharField(max_length=120)
    issued_on = models.DateField()
    due_on = models.DateField()

    class Meta:
        db_table = "study_task"
        constraints = [
            models.UniqueConstraint(fields=["organization", "code"], name="study_task_code_unique"),
        ]

    def __str__(self) -> str:
        return self.material


class StudyTaskCompletion(Stamped):
    """When a branch studied a material; one row per branch and task."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    task = models.ForeignKey(StudyTask, models.PROTECT, related_name="completions")
    studied_on = models.DateField(null=True, blank=True)
    evidence = models.CharField(max_length=80, blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        db_table = "study_task_completion"
        constraints = [models.UniqueConstraint(fields=["organization", "task"], name="study_task_completed_once")]

    def __str__(self) -> str:
        return str(self.task)


class StudySession(Gathering):
    """A study session of a branch. A journal reading names the issue it reads, by the issue's own number.

    `lead_speaker` is credited with twice the hours; `record` says what was done.
    """

    kind = models.CharField(max_length=16, choices=list(SESSION_KINDS.items()))
    issue = models.ForeignKey("publicity.JournalIssue", models.PROTECT, null=True, blank=True, related_name="readings")
    lead_speaker = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    link = models.URLField(max_length=300, blank=True)
    record = models.TextField(blank=True)

    class Meta:
        db_table = "study_session"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="study_session_code_unique")]


class StudyAttendance(AttendanceMark):
    """A mark at a study session."""

    session = models.ForeignKey(StudySession, models.CASCADE, related_name="attendance")

    class Meta:
        db_table = "study_attendance"
        constraints = [models.UniqueConstraint(fields=["session", "member"], name="study_attendance_unique")]


class OfSession(PartOfGathering):
    """A row below a study session."""

    gathering_field = "session"

    class Meta:
        abstract = True


class StudyLeaveRequest(OfSession, LeaveRequestBase):
    """A member's leave from a study session."""

    session = models.ForeignKey(StudySession, models.CASCADE, related_name="leave_requests")

    class Meta(LeaveRequestBase.Meta):
        db_table = "study_leave_request"
        constraints = [models.UniqueConstraint(fields=["session", "member"], name="leave_asked_once_a_session")]


class StudyReply(OfSession, ReplyBase):
    """A member's word that they will come to a study session."""

    session = models.ForeignKey(StudySession, models.CASCADE, related_name="replies")

    class Meta(ReplyBase.Meta):
        db_table = "study_reply"
        constraints = [models.UniqueConstraint(fields=["session", "member"], name="session_answered_once")]


class StudyGuest(OfSession, GuestBase):
    """A guest at a study session."""

    session = models.ForeignKey(StudySession, models.CASCADE, related_name="guests")

    class Meta(GuestBase.Meta):
        db_table = "study_guest"


class StudyCheckIn(OfSession, CheckInBase):
    """A member's own sign-in to a study session."""

    session = models.ForeignKey(StudySession, models.CASCADE, related_name="check_ins")

    class Meta(CheckInBase.Meta):
        db_table = "study_check_in"
        constraints = [models.UniqueConstraint(fields=["session", "member"], name="session_signed_in_once")]


class StudyMakeUp(OfSession, MakeUpStudyBase):
    """What a member who was not at a study session studied afterwards."""

    session = models.ForeignKey(StudySession, models.CASCADE, related_name="make_ups")

    class Meta(MakeUpStudyBase.Meta):
        db_table = "study_make_up"
        constraints = [models.UniqueConstraint(fields=["session", "member"], name="session_made_up_once")]


class StudyEvent(OfSession, GatheringEventBase):
    """One thing done to a study session."""

    session = models.ForeignKey(StudySession, models.CASCADE, related_name="events")

    class Meta(GatheringEventBase.Meta):
        db_table = "study_event"
