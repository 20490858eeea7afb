"""The working calendar (工作日历): the days that are otherwise than the week says."""

from django.db import models

from zuji.organizations.models.organization import Organization
from zuji.organizations.models.records import SharedQuerySet


class WorkDayException(models.Model):
    """A holiday on a weekday, or a worked weekend, for an organization and all below that say nothing nearer."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="+")
    on = models.DateField()
    is_working = models.BooleanField()
    name = models.CharField(max_length=20, blank=True)

    objects = SharedQuerySet.as_manager()

    class Meta:
        db_table = "work_day_exception"
        ordering = ["on"]
        constraints = [models.UniqueConstraint(fields=["organization", "on"], name="work_day_exception_unique")]

    def __str__(self) -> str:
        return self.name
