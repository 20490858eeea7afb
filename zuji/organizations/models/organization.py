"""The tree of organizations, of any depth."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.foundation.fields import MonthField
from zuji.foundation.models import Stamped

LEVELS = {
    "central": _("centre"),
    "provincial": _("provincial committee"),
    "city": _("city committee"),
    "county": _("county committee"),
    "grassroots_committee": _("grassroots committee"),
    "general_branch": _("general branch"),
    "branch": _("branch"),
    "group": _("group"),
}


class OrganizationQuerySet(models.QuerySet["Organization"]):
    """Filters with a name over organizations."""

    def branches(self) -> "OrganizationQuerySet":
        return self.filter(level="branch")

    def below(self, organization: "Organization") -> "OrganizationQuerySet":
        """The organization itself and everything under it."""
        return self.filter(ancestor_links__ancestor=organization)

    def above(self, organization: "Organization") -> "OrganizationQuerySet":
        """The organization itself and everything over it, nearest first."""
        return self.filter(descendant_links__descendant=organization).order_by("descendant_links__depth")


class Organization(Stamped):
    """A node of the tree. `founded_month` keeps month precision.

    `people_revision` goes up with every change of its people, posts, exemptions or policies, so that whoever reads a
    standing can tell that it was judged before the change.
    """

    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    level = models.CharField(max_length=24, choices=list(LEVELS.items()))
    name = models.CharField(max_length=80)
    short_name = models.CharField(max_length=40, blank=True)
    founded_month = MonthField(blank=True)
    usual_venue = models.CharField(max_length=80, blank=True)
    people_revision = models.PositiveIntegerField(default=0)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        db_table = "organization"
        constraints = [
            models.UniqueConstraint(fields=["parent", "name"], name="organization_name_unique_below_parent"),
            models.CheckConstraint(condition=models.Q(level__in=list(LEVELS)), name="organization_level_known"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """What a page calls it where room is short."""
        return self.short_name or self.name


class OrganizationClosure(models.Model):
    """Every pair of organization and one above it (itself at depth 0): how scope is asked without walking the tree."""

    ancestor = models.ForeignKey(Organization, models.CASCADE, related_name="descendant_links")
    descendant = models.ForeignKey(Organization, models.CASCADE, related_name="ancestor_links")
    depth = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "organization_closure"
        constraints = [
            models.UniqueConstraint(fields=["descendant", "ancestor"], name="organization_closure_pair_unique")
        ]
        indexes = [models.Index(fields=["ancestor", "descendant"], name="closure_ancestor_descendant")]
