"""The calendar from which a year's plan is taken: days that come back every year."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.organizations.models import SharedRecord

RULE_KINDS = {
    "fixed": _("the same day every year"),
    "weekday": _("a weekday of a month"),
    "lunar": _("a day of the lunar calendar"),
    "manual": _("announced year by year"),
}


class NodeDayRule(SharedRecord):
    """A commemorative day that comes back: when it falls, since which year it is counted, whether it is offered.

    Source of those shipped: the node-day calendar of the branch handbook (domain §3.1). An organization adds its own.
    """

    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=8, choices=list(RULE_KINDS.items()))
    month = models.PositiveSmallIntegerField(null=True, blank=True)
    day = models.PositiveSmallIntegerField(null=True, blank=True)
    weekday = models.PositiveSmallIntegerField(null=True, blank=True)
    ordinal = models.PositiveSmallIntegerField(null=True, blank=True)
    since_year = models.PositiveSmallIntegerField(null=True, blank=True)
    is_on = models.BooleanField(default=True)
    note = models.CharField(max_length=80, blank=True)

    class Meta:
        db_table = "node_day_rule"
        constraints = [
            models.UniqueConstraint(fields=["organization", "code"], name="node_day_rule_code_unique"),
            models.CheckConstraint(
                condition=models.Q(month__isnull=True) | models.Q(month__range=(1, 12)), name="node_day_rule_month"
            ),
            models.CheckConstraint(
                condition=models.Q(day__isnull=True) | models.Q(day__range=(1, 31)), name="node_day_rule_day"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class NodeDayAnnouncement(models.Model):
    """The day announced for a rule in one year, in place of the computed one."""

    rule = models.ForeignKey(NodeDayRule, models.CASCADE, related_name="announcements")
    year = models.PositiveSmallIntegerField()
    announced_on = models.DateField()

    class Meta:
        db_table = "node_day_announcement"
        constraints = [models.UniqueConstraint(fields=["rule", "year"], name="node_day_announced_once_a_year")]
