"""Study tasks of the city committee, their completion by a branch, and study sessions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.foundation.models import Stamped
from zuji.organizations.models import AttendanceMark, Organization, OwnRecord, RecordQuerySet, SharedRecord

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


class StudySession(OwnRecord):
    """A study session of a branch. A journal reading names the issue it reads, by the issue's own number."""

    held_on = models.DateField()
    kind = models.CharField(max_length=16, choices=list(SESSION_KINDS.items()))
    topic = models.CharField(max_length=160)
    issue = models.ForeignKey("publicity.JournalIssue", models.PROTECT, null=True, blank=True, related_name="readings")

    class Meta:
        db_table = "study_session"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="study_session_code_unique")]

    def __str__(self) -> str:
        return self.topic


class StudyAttendance(AttendanceMark):
    """A mark at a study session."""

    session = models.ForeignKey(StudySession, models.CASCADE, related_name="attendance")

    class Meta:
        db_table = "study_attendance"
        constraints = [models.UniqueConstraint(fields=["session", "member"], name="study_attendance_unique")]
