"""The report of a project and its earlier versions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.foundation.models import Stamped
from zuji.research.models.project import ResearchProject

REPORT_PARTS = {
    "situation": _("Situation"),
    "problems": _("Problems"),
    "causes": _("Causes"),
    "lessons": _("What others do"),
    "advice": _("Advice"),
}


class ReportText(models.Model):
    """The five parts of a report."""

    situation = models.TextField(blank=True)
    problems = models.TextField(blank=True)
    causes = models.TextField(blank=True)
    lessons = models.TextField(blank=True)
    advice = models.TextField(blank=True)
    changed_by = models.CharField(max_length=40, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True

    @property
    def parts(self) -> list[tuple[object, str]]:
        """The parts that say something, with their names."""
        return [(word, getattr(self, name)) for name, word in REPORT_PARTS.items() if getattr(self, name)]

    @property
    def word_count(self) -> int:
        """Characters without spaces, as an editor counts them."""
        return sum(len("".join(getattr(self, name).split())) for name in REPORT_PARTS)


class ResearchReport(ReportText, Stamped):
    """The report as it stands; signing it off completes the project."""

    project = models.OneToOneField(ResearchProject, models.CASCADE, related_name="report")
    signed_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "research_report"

    def __str__(self) -> str:
        return str(self.project)


class ResearchReportVersion(ReportText):
    """A report as somebody left it."""

    report = models.ForeignKey(ResearchReport, models.CASCADE, related_name="versions")
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "research_report_version"
        ordering = ["-revision"]
        constraints = [models.UniqueConstraint(fields=["report", "revision"], name="research_version_once")]

    def __str__(self) -> str:
        return str(self.revision)
