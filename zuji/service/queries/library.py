"""Reads of topics and host units."""

from typing import Any

from django.db.models import Count, QuerySet

from zuji.organizations.models import Organization
from zuji.service.models import HostUnit, LectureTopic


def topics_of(organization: Organization) -> QuerySet[LectureTopic]:
    """Give the topics offered to an organization, its own and those above it, by category."""
    found = LectureTopic.objects.of(organization).filter(is_offered=True).select_related("organization")
    return found.order_by("category", "title", "pk")


def host_units_of(branch: Organization) -> QuerySet[Any]:
    """Give the units that host a branch's lectures, those where most were given first."""
    counted: QuerySet[Any] = HostUnit.objects.of(branch).annotate(lecture_count=Count("lectures"))
    return counted.order_by("-lecture_count", "name")
