"""The branch's overview of half a year, in general terms and without names (THO-2)."""

from django.db import models
from django.utils.translation import gettext as _

from zuji.foundation.models import Stamped
from zuji.organizations.models import Organization, RecordQuerySet


def half_year_words(key: str) -> str:
    """Write a half year in the reader's language; takes a key such as 2018H1."""
    year, _letter, number = key.partition("H")
    return (_("first half of %(year)s") if number == "1" else _("second half of %(year)s")) % {"year": year}


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
        return half_year_words(self.half_year)
