"""The year's plan of study: the committee writes one, a branch takes it over and adds what is its own."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext as _

from zuji.foundation.models import Stamped
from zuji.organizations.models import Organization
from zuji.organizations.models.records import SharedQuerySet
from zuji.study.models.work import SESSION_KINDS


class StudyPlan(Stamped):
    """An organization's plan of study for a year. `parent_plan` is the committee's that a branch took over."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    parent_plan = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="adoptions")
    adopted_on = models.DateField(null=True, blank=True)

    objects = SharedQuerySet.as_manager()

    class Meta:
        db_table = "study_plan"
        constraints = [
            models.UniqueConstraint(fields=["organization", "year"], name="study_plan_once_a_year"),
            models.CheckConstraint(
                condition=models.Q(parent_plan__isnull=True, adopted_on__isnull=True)
                | models.Q(parent_plan__isnull=False, adopted_on__isnull=False),
                name="study_plan_adopted_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return _("Study plan of %(year)s") % {"year": self.year}


class StudyPlanItem(models.Model):
    """What is to be studied in a month. `parent_item` is the committee's that it came from: read-only here."""

    plan = models.ForeignKey(StudyPlan, models.CASCADE, related_name="items")
    topic = models.CharField(max_length=160)
    month = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(12)])
    kind = models.CharField(max_length=16, choices=list(SESSION_KINDS.items()))
    parent_item = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="taken_over")

    class Meta:
        db_table = "study_plan_item"
        ordering = ["month", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "parent_item"], name="study_plan_item_taken_over_once"),
            models.UniqueConstraint(
                fields=["plan", "month", "kind", "topic"],
                condition=models.Q(parent_item__isnull=True),
                name="study_plan_item_said_once",
            ),
            models.CheckConstraint(condition=models.Q(month__gte=1, month__lte=12), name="study_plan_item_in_a_month"),
        ]

    def __str__(self) -> str:
        return self.topic
