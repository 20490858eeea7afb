"""The ledger is written here and nowhere else."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from zuji.footprints.facts import Fact, reference_to
from zuji.footprints.models import Footprint, Freshness
from zuji.organizations.models import Organization

FACT_FIELDS = tuple(Fact.__dataclass_fields__)


def as_fact(footprint: Footprint) -> Fact:
    """Read a footprint back as the fact it states."""
    return Fact(**{name: getattr(footprint, name) for name in FACT_FIELDS})


def difference(source: str, facts: Iterable[Fact]) -> tuple[list[Footprint], list[Fact]]:
    """Compare what the ledger says of a record with what it amounts to now.

    Gives the footprints to reverse and the facts to add; both empty when the ledger is right.
    """
    standing: dict[Fact, list[Footprint]] = {}
    for footprint in Footprint.objects.standing().filter(source=source).order_by("id"):
        standing.setdefault(as_fact(footprint), []).append(footprint)
    missing: list[Fact] = []
    for fact in facts:
        complete = fact.complete()
        if standing.get(complete):
            standing[complete].pop()
        else:
            missing.append(complete)
    return [footprint for left in standing.values() for footprint in left], missing


@transaction.atomic(savepoint=False)
def sync(record: Any, facts: Iterable[Fact]) -> int:
    """Make the ledger say of a record what it amounts to now, by reversals and additions only.

    Marks the branches and years concerned as stale in the caller's transaction. Gives how many footprints were posted.
    """
    source = reference_to(record)
    wrong, missing = difference(source, facts)
    reversals = [
        Footprint(
            **{name: getattr(footprint, name) for name in FACT_FIELDS if name != "quantity"},
            quantity=-footprint.quantity,
            source=source,
            reverses=footprint,
        )
        for footprint in wrong
    ]
    additions = [Footprint(**{name: getattr(fact, name) for name in FACT_FIELDS}, source=source) for fact in missing]
    Footprint.objects.bulk_create(reversals + additions)
    touched = {(f.organization_id, day.year) for f in reversals + additions for day in (f.happened_on, f.cohort_on)}
    mark_stale(touched)
    return len(reversals) + len(additions)


def mark_stale(touched: Iterable[tuple[int, int]]) -> None:
    """Mark everything below some organizations as no longer judged, for years and the ones a window may reach into.

    Takes: (organization id, year) pairs. A window may close two years after its trigger and open the year before it.
    """
    years: dict[int, set[int]] = {}
    for organization_id, year in touched:
        years.setdefault(organization_id, set()).update(range(year - 2, year + 2))
    for organization_id, of in years.items():
        below = Organization.objects.filter(ancestor_links__ancestor_id=organization_id)
        Freshness.objects.filter(organization__in=below, year__in=of).update(is_stale=True)


def mark_all_years_stale(organization: Organization) -> None:
    """Mark every year of an organization and all below as stale: for changes of texts."""
    Freshness.objects.filter(organization__ancestor_links__ancestor=organization).update(is_stale=True)


def mark_judged(organization: Organization, year: int, *, as_of: date, people_revision: int) -> None:
    """Note that a branch's year is judged up to a day, for the people as of a revision read before judging."""
    Freshness.objects.update_or_create(
        organization=organization,
        year=year,
        defaults={"is_stale": False, "as_of": as_of, "people_revision": people_revision},
    )
