"""工作计划, 工作总结: what a branch means to do in a year, what came of it, and that its members were told."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zuji.meetings.models.meeting import Meeting
from zuji.organizations.models import Organization, RecordQuerySet


class WorkPaper(models.Model):
    """A yearly paper of a branch: a draft, then approved, then reported to the members; from then on it stays.

    `reported_at_meeting` is the meeting of all members at which it was told, if it was at one. `remark`: who took the
    last step back, and why.
    """

    kind: ClassVar[str]
    word: ClassVar[Any]

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    text = models.TextField()
    written_by = models.CharField(max_length=40)
    approved_by = models.CharField(max_length=40, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    reported_at_meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    reported_on = models.DateField(null=True, blank=True)
    remark = models.CharField(max_length=200, blank=True)
    revision = models.PositiveIntegerField(default=0)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return _("%(what)s of %(year)s") % {"what": self.word, "year": self.year}

    @property
    def is_approved(self) -> bool:
        """An approved paper is no longer written on."""
        return self.approved_on is not None

    @property
    def is_reported(self) -> bool:
        """Say whether the members have been told."""
        return self.reported_on is not None


class WorkPlan(WorkPaper):
    """The work plan of a year."""

    kind = "plan"
    word = gettext_lazy("work plan")

    class Meta:
        db_table = "work_plan"
        constraints = [models.UniqueConstraint(fields=["organization", "year"], name="work_plan_once_a_year")]


class WorkSummary(WorkPaper):
    """The summary of a year's work."""

    kind = "summary"
    word = gettext_lazy("work summary")

    class Meta:
        db_table = "work_summary"
        constraints = [models.UniqueConstraint(fields=["organization", "year"], name="work_summary_once_a_year")]


WORK_PAPERS: dict[str, type[WorkPaper]] = {model.kind: model for model in (WorkPlan, WorkSummary)}
