"""The plan of a project, and the letters that ask host units to receive the researchers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.foundation.models import Stamped
from zuji.research.models.project import ResearchProject

PLAN_PARTS = {
    "background": _("Background"),
    "questions": _("Questions"),
    "methods": _("Methods"),
    "whom": _("Whom to visit and ask"),
    "division": _("Division of work"),
    "timetable": _("Timetable"),
    "budget": _("Budget"),
    "safety": _("Safety"),
}


class ResearchPlan(Stamped):
    """What is to be found out, how, by whom and by when; filed with the committee once."""

    project = models.OneToOneField(ResearchProject, models.CASCADE, related_name="plan")
    background = models.TextField(blank=True)
    questions = models.TextField(blank=True)
    methods = models.TextField(blank=True)
    whom = models.TextField(blank=True)
    division = models.TextField(blank=True)
    timetable = models.TextField(blank=True)
    budget = models.TextField(blank=True)
    safety = models.TextField(blank=True)
    changed_by = models.CharField(max_length=40, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "research_plan"

    def __str__(self) -> str:
        return str(self.project)

    @property
    def parts(self) -> list[tuple[object, str]]:
        """The parts that say something, with their names."""
        return [(word, getattr(self, name)) for name, word in PLAN_PARTS.items() if getattr(self, name)]


class ResearchLetter(Stamped):
    """联系函: asks a host unit to receive the researchers."""

    project = models.ForeignKey(ResearchProject, models.CASCADE, related_name="letters")
    recipient = models.CharField(max_length=80)
    text = models.TextField()
    on = models.DateField()
    written_by = models.CharField(max_length=40)

    class Meta:
        db_table = "research_letter"
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "recipient", "on"], name="research_letter_once_a_day")
        ]

    def __str__(self) -> str:
        return self.recipient
