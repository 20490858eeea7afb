"""Dated settings, inherited down the tree, and the compiled form that the judgement reads."""

from django.db import models

from zuji.foundation.fields import DayField, FlagField, UntilField
from zuji.foundation.models import Stamped
from zuji.organizations.models.organization import Organization
from zuji.organizations.models.people import Span


class PolicySetting(Stamped):
    """One setting in force for an organization and, where none nearer says otherwise, everyone below it.

    Keys: see `organizations.policies.DEFAULTS`. The value is JSON.
    """

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="policy_settings")
    key = models.CharField(max_length=40)
    value = models.JSONField()
    from_on = DayField(db_column="from_day")
    until_on = UntilField(db_column="until_day", blank=True)
    clause = models.CharField(max_length=120, blank=True)
    set_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "policy_setting"
        constraints = [
            models.UniqueConstraint(fields=["organization", "key", "from_on"], name="policy_setting_start_unique")
        ]


class Policy(models.Model):
    """A set of settings that many organizations share; compiled, never edited."""

    digest = models.CharField(max_length=64, unique=True)
    late_after_days = models.PositiveIntegerField()

    class Meta:
        db_table = "policy"


class PolicyMark(models.Model):
    """What an attendance mark means under a policy: present, or excused from the denominator."""

    policy = models.ForeignKey(Policy, models.CASCADE, related_name="marks")
    mark = models.CharField(max_length=16)
    is_present = FlagField()
    is_excused = FlagField()

    class Meta:
        db_table = "policy_mark"
        constraints = [models.UniqueConstraint(fields=["policy", "mark"], name="policy_mark_unique")]


class PolicyKind(models.Model):
    """What a policy takes away from a kind of footprint; a kind without a row counts in full.

    `counts`: "own", where nobody else took the lead (no other actor), or "none"; "all" where `owed_by` alone speaks.
    `owed_by`: the public office whose holders alone owe what counts this kind; empty for everybody.
    """

    policy = models.ForeignKey(Policy, models.CASCADE, related_name="kinds")
    kind = models.CharField(max_length=40)
    counts = models.CharField(max_length=4)
    owed_by = models.CharField(max_length=20, blank=True)

    class Meta:
        db_table = "policy_kind"
        constraints = [models.UniqueConstraint(fields=["policy", "kind"], name="policy_kind_unique")]


class PolicySpan(Span):
    """Which policy an organization is under, by day; the spans of an organization cover all days without overlap."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="policy_spans")
    policy = models.ForeignKey(Policy, models.PROTECT, related_name="spans")

    class Meta:
        db_table = "policy_span"
        constraints = [models.UniqueConstraint(fields=["organization", "from_on"], name="policy_span_start_unique")]
