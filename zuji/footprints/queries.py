"""Reads of the ledger that need more than a filter."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.apps import apps

from zuji.footprints.kinds import NOUNS
from zuji.footprints.models import Footprint
from zuji.organizations.models import Organization


def records_of(references: Iterable[str]) -> dict[str, Any]:
    """Find the records behind references such as "info:15", one query for each noun; unknown ones are left out."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for reference in set(references):
        noun, _separator, number = reference.partition(":")
        if noun in NOUNS and number.isdecimal():
            wanted[noun].add(int(number))
    return {
        f"{noun}:{number}": record
        for noun, numbers in wanted.items()
        for number, record in apps.get_model(NOUNS[noun]).objects.in_bulk(numbers).items()
    }


def years_with_footprints(organization: Organization) -> list[int]:
    """Give the years in which something happened in a branch, newest first."""
    days = Footprint.objects.standing().filter(organization=organization).order_by()
    return sorted({on.year for on in days.values_list("cohort_on", flat=True).distinct()}, reverse=True)


def timeline(organization: Organization, year: int) -> Any:
    """Give a branch's standing footprints of a year, newest first, with the people named."""
    return (
        Footprint.objects.standing()
        .filter(organization=organization, happened_on__gte=date(year, 1, 1), happened_on__lte=date(year, 12, 31))
        .select_related("member", "actor")
        .order_by("-happened_on", "-id")
    )
