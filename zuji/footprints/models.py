"""The ledger and what hangs on it: facts, rows that could not become facts, and how fresh each branch's year is."""

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.footprints.kinds import KINDS
from zuji.foundation.fields import DayField, FlagField
from zuji.organizations.models import Member, Organization, RecordQuerySet

CREDITS = {"branch": _("branch"), "member": _("member")}


class FootprintQuerySet(RecordQuerySet):
    def standing(self) -> Self:
        """Facts that stand: neither reversals nor reversed."""
        return self.filter(reverses__isnull=True, reversal__isnull=True)


class Footprint(models.Model):
    """One immutable fact. Append-only: a correction posts a reversal (`reverses`) and a new one.

    `about` and `source` are references such as "info:15". `happened_on` decides the period, `cohort_on` the cohort
    of a ratio (a decision counts with its submission), `due_on` is what a trigger asks for, `recorded_on` tells
    late entries.
    """

    kind = models.CharField(max_length=40, choices=[(code, kind.label) for code, kind in KINDS.items()])
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="footprints")
    credit = models.CharField(max_length=8, choices=list(CREDITS.items()))
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="footprints")
    actor = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    about = models.CharField(max_length=60)
    happened_on = DayField(db_column="day")
    cohort_on = DayField(db_column="cohort_day")
    due_on = DayField(db_column="due_day", null=True)
    quantity = models.IntegerField(default=1)
    mark = models.CharField(max_length=16, blank=True)
    recorded_on = DayField(db_column="recorded_day")
    is_confirmed = FlagField(default=False)
    source = models.CharField(max_length=60)
    reverses = models.OneToOneField("self", models.PROTECT, null=True, related_name="reversal")
    posted_at = models.DateTimeField(auto_now_add=True)

    objects = FootprintQuerySet.as_manager()

    class Meta:
        db_table = "footprint"
        indexes = [
            models.Index(fields=["organization", "cohort_on", "kind"], name="footprint_organization_cohort"),
            models.Index(fields=["source"], name="footprint_source"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.happened_on}"

    @property
    def kind_label(self) -> Any:
        """What happened, in the reader's language."""
        return KINDS[self.kind].label


class Freshness(models.Model):
    """Up to when a branch's year is judged. No row, or `is_stale`, or an older day: whoever reads refreshes first."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="freshness")
    year = models.SmallIntegerField()
    is_stale = FlagField(default=True)
    as_of = DayField(db_column="as_of_day", null=True)
    people_revision = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "freshness"
        constraints = [models.UniqueConstraint(fields=["organization", "year"], name="freshness_branch_year_unique")]


class RefusedRow(models.Model):
    """A row that could not be taken, kept whole so that nothing is lost and its author can mend it.

    `record_code` is the row's own number where it has one; `remark` the flag it raises (BAD_DATE …), empty for none.
    `year` is the year its date was meant to lie in, null where it cannot be told.
    """

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="refused_rows")
    file = models.CharField(max_length=80)
    line = models.PositiveIntegerField()
    column = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=300)
    record_code = models.CharField(max_length=60, blank=True)
    remark = models.CharField(max_length=20, blank=True)
    year = models.SmallIntegerField(null=True)
    row = models.JSONField()
    is_mended = models.BooleanField(default=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        db_table = "refused_row"
        constraints = [
            models.UniqueConstraint(fields=["organization", "file", "line", "column"], name="refused_row_place_unique")
        ]
