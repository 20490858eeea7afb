"""Reads of service activities."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from zuji.gatherings.models import LEAVE_KINDS
from zuji.organizations.models import Organization
from zuji.organizations.policies import DEFAULTS
from zuji.service.models import ServiceActivity

PRESENT = tuple(DEFAULTS["present_marks"])
"""Shown beside the activity; what the clause counts as present is the branch's own setting."""


def activities_of(organization: Organization, year: int) -> QuerySet[Any]:
    """Give the service activities of a year that reach an organization, newest first, with its own marks counted.

    Grain: one row per activity; `marked_count`, `present_count` and `leave_count` are of this organization's members.
    """
    own = Q(attendance__organization=organization)
    came = own & Q(attendance__mark__in=PRESENT)
    found = ServiceActivity.objects.of(organization).filter(held_on__year=year).select_related("organization")
    counted: QuerySet[Any] = found.annotate(
        marked_count=Count("attendance", filter=own, distinct=True),
        present_count=Count("attendance", filter=came, distinct=True),
        leave_count=Count("attendance", filter=own & Q(attendance__mark__in=LEAVE_KINDS), distinct=True),
    )
    return counted.order_by("-held_on", "-pk")


@dataclass(frozen=True)
class BranchTurnout:
    """How many of a branch were marked at an activity, how many of them came, and how many were on leave."""

    branch: str
    marked: int
    present: int
    on_leave: int


def turnout_by_branch(activity: ServiceActivity) -> list[BranchTurnout]:
    """Give who came to a committee's activity, branch by branch, by name of the branch; those without marks are not."""
    came = Q(mark__in=PRESENT)
    rows = activity.attendance.order_by("organization__name").values_list("organization__name")
    counted = rows.annotate(
        marked=Count("pk"), present=Count("pk", filter=came), on_leave=Count("pk", filter=Q(mark__in=LEAVE_KINDS))
    )
    return [BranchTurnout(*row) for row in counted]


def activity_years(organization: Organization) -> list[int]:
    """Give the years with a service activity that reaches an organization."""
    return sorted(on.year for on in ServiceActivity.objects.of(organization).dates("held_on", "year"))
