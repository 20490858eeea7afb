"""Institution -> version -> clause -> duty, the dated events of a version's life, and the standings that follow."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.foundation.fields import DayField, FlagField, UntilField
from zuji.foundation.models import Stamped
from zuji.organizations.models import Member, Organization, RecordQuerySet, SharedRecord
from zuji.organizations.models.records import SharedQuerySet

STATES = {
    "draft": _("draft"),
    "comments": _("open for comments"),
    "adopted": _("adopted by vote"),
    "on_record": _("put on record"),
    "in_force": _("in force"),
    "amended": _("replaced by a newer version"),
    "repealed": _("repealed"),
}
STATUSES = {
    "pending": _("not yet open"),
    "due": _("open"),
    "met": _("met"),
    "made_up": _("made up"),
    "missed": _("missed"),
    "waived": _("waived"),
    "not_applicable": _("not applicable"),
}


class Institution(SharedRecord):
    """A written institution (制度) of an organization; it binds the organization and everything below."""

    title = models.CharField(max_length=80)

    class Meta:
        db_table = "institution"
        constraints = [
            models.UniqueConstraint(fields=["organization", "code"], name="institution_code_unique"),
        ]
        ordering = ["code"]

    def __str__(self) -> str:
        return self.title


class InstitutionVersion(Stamped):
    """An edition of an institution. `text` is its Markdown; from the day it is in force it never changes."""

    institution = models.ForeignKey(Institution, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    state = models.CharField(max_length=12, choices=list(STATES.items()), default="draft")
    from_on = DayField(db_column="from_day", null=True, blank=True)
    until_on = UntilField(db_column="until_day", blank=True)

    class Meta:
        db_table = "institution_version"
        constraints = [
            models.UniqueConstraint(fields=["institution", "number"], name="institution_version_number_unique")
        ]
        ordering = ["institution", "number"]

    def __str__(self) -> str:
        return f"{self.institution} v{self.number}"

    @property
    def is_open(self) -> bool:
        """A draft, also one open for comments, can still be rewritten."""
        return self.state in ("draft", "comments")

    @property
    def is_immutable(self) -> bool:
        """A version that has been in force is kept as it was."""
        return self.state in ("in_force", "amended", "repealed")


class VersionEvent(models.Model):
    """One dated step of a version's life: who, when, on what ground (the meeting's resolution, the filing)."""

    version = models.ForeignKey(InstitutionVersion, models.CASCADE, related_name="events")
    state = models.CharField(max_length=12, choices=list(STATES.items()))
    on = DayField(db_column="on_day")
    by = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "version_event"
        ordering = ["on", "id"]


class InstitutionClause(models.Model):
    """A numbered clause (第二条) of a version."""

    version = models.ForeignKey(InstitutionVersion, models.CASCADE, related_name="clauses")
    number = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=16)
    text = models.TextField()

    class Meta:
        db_table = "institution_clause"
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="clause_number_unique")]
        ordering = ["version", "number"]

    def __str__(self) -> str:
        return self.label


class Duty(models.Model):
    """One duty as the judgement reads it, made from the clause's text when its version comes into force.

    The columns are those of `kernel.duties.DutyTerms`; nobody writes them by hand.
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="duties")
    version = models.ForeignKey(InstitutionVersion, models.PROTECT, related_name="duties")
    clause = models.ForeignKey(InstitutionClause, models.PROTECT, related_name="duties")
    code = models.CharField(max_length=40)
    title = models.CharField(max_length=60)
    sentence = models.TextField()
    bearer = models.CharField(max_length=8)
    bearer_post = models.CharField(max_length=32, blank=True)
    about = models.CharField(max_length=8, blank=True)
    credited_to = models.CharField(max_length=8)
    weight = models.DecimalField(max_digits=9, decimal_places=4)
    cadence = models.CharField(max_length=12)
    trigger_kind = models.CharField(max_length=40, blank=True)
    opens_offset = models.SmallIntegerField()
    closes_offset = models.SmallIntegerField()
    closes_by = models.CharField(max_length=8)
    deadline_month = models.SmallIntegerField()
    deadline_day = models.SmallIntegerField()
    measure = models.CharField(max_length=8)
    unit = models.CharField(max_length=8)
    minimum_n = models.BigIntegerField()
    minimum_d = models.BigIntegerField()
    about_window = FlagField()
    needs_actor_post = FlagField()
    prorate_months = models.SmallIntegerField()
    owed_on_last_day = FlagField()
    minimum_days = models.SmallIntegerField()
    joined_by_month = models.SmallIntegerField()
    joined_by_day = models.SmallIntegerField()
    waive_exempt_on_last_day = FlagField()
    waive_exempt_months = models.SmallIntegerField()
    from_on = DayField(db_column="from_day")
    until_on = UntilField(db_column="until_day")

    objects = SharedQuerySet.as_manager()

    class Meta:
        db_table = "duty"
        constraints = [models.UniqueConstraint(fields=["version", "code"], name="duty_code_unique_in_version")]

    def __str__(self) -> str:
        return self.title


class DutyKind(models.Model):
    """A footprint kind that a duty sums, with its part and sign."""

    duty = models.ForeignKey(Duty, models.CASCADE, related_name="kinds")
    kind = models.CharField(max_length=40)
    part = models.CharField(max_length=12)
    sign = models.SmallIntegerField()

    class Meta:
        db_table = "duty_kind"
        constraints = [models.UniqueConstraint(fields=["duty", "kind", "part"], name="duty_kind_unique")]


class DutyPost(models.Model):
    """A post that a duty asks of the one who acts (`actor`), or about whose holder it is not owed (`excluded`)."""

    duty = models.ForeignKey(Duty, models.CASCADE, related_name="posts")
    role = models.CharField(max_length=8)
    post = models.CharField(max_length=32)

    class Meta:
        db_table = "duty_post"
        constraints = [models.UniqueConstraint(fields=["duty", "role", "post"], name="duty_post_unique")]


class Period(models.Model):
    """The calendar, made once in Python: every month, quarter, half-year and year with its first and last day."""

    cadence = models.CharField(max_length=12)
    year = models.SmallIntegerField()
    number = models.SmallIntegerField()
    key = models.CharField(max_length=8)
    first_on = DayField(db_column="first_day")
    last_on = DayField(db_column="last_day")

    class Meta:
        db_table = "period"
        constraints = [models.UniqueConstraint(fields=["cadence", "year", "number"], name="period_unique")]


class Standing(models.Model):
    """How one obligation stands; derived by kernel/sql/standing.sql and replaced whole, never edited."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="standings")
    duty = models.ForeignKey(Duty, models.CASCADE, related_name="standings")
    member = models.ForeignKey(Member, models.CASCADE, null=True, related_name="standings")
    year = models.SmallIntegerField()
    window_key = models.CharField(max_length=60)
    opens_on = DayField(db_column="opens_day")
    from_on = DayField(db_column="from_day")
    to_on = DayField(db_column="to_day")
    exclusion = models.CharField(max_length=16, blank=True)
    minimum_n = models.BigIntegerField()
    minimum_d = models.BigIntegerField()
    is_floored = FlagField()
    numerator = models.BigIntegerField()
    denominator = models.BigIntegerField()
    is_late = FlagField()
    last_on = DayField(null=True)
    status = models.CharField(max_length=16, choices=list(STATUSES.items()))

    objects = RecordQuerySet.as_manager()

    class Meta:
        db_table = "standing"
        indexes = [models.Index(fields=["organization", "year"], name="standing_branch_year")]
