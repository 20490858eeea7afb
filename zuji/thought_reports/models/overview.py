"""The branch's overview of half a year, in general terms and without names (THO-2)."""

from django.db import models

from zuji.foundation.models import Stamped
from zuji.organizations.models import Organization, RecordQuerySet


class ThoughtOverview(Stamped):
    """What the director typed about the state of mind of the branch in half a year; it rests on no report."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    half_year = models.CharField(max_length=6)
    text = models.TextField(max_length=3000)
    written_by = models.CharField(max_length=40)
    written_on = models.DateField()

    objects = RecordQuerySet.as_manager()

    class Meta:
        db_table = "thought_overview"
        ordering = ["-half_year"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "half_year"], name="thought_overview_once_a_half_year")
        ]

    def __str__(self) -> str:
        return self.half_year
