"""The itinerary of a project: where the researchers went, whom they met, what they heard."""

from django.db import models

from zuji.foundation.models import Stamped
from zuji.research.models.project import ResearchProject


class ItineraryStop(Stamped):
    """One place on one day. `has_consent`: those asked agreed to notes and pictures."""

    project = models.ForeignKey(ResearchProject, models.CASCADE, related_name="stops")
    on = models.DateField()
    from_at = models.TimeField(null=True, blank=True)
    to_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=80)
    whom = models.CharField(max_length=160, blank=True)
    accompanied_by = models.CharField(max_length=160, blank=True)
    notes = models.TextField(blank=True)
    has_consent = models.BooleanField(default=False)
    changed_by = models.CharField(max_length=40, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "research_stop"
        ordering = ["on", models.F("from_at").asc(nulls_first=True), "pk"]
        constraints = [models.UniqueConstraint(fields=["project", "on", "place", "from_at"], name="research_stop_once")]

    def __str__(self) -> str:
        return self.place
