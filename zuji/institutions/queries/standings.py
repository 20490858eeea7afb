"""Standings of a branch's year, stored or judged for a day in the past, with the duties they rest on."""

from datetime import date

from django.db.models import QuerySet, prefetch_related_objects

from zuji.institutions.models import Duty, Standing
from zuji.institutions.queries.judging import judged_rows, standing_objects
from zuji.organizations.models import Member, Organization

OWED = ("pending", "due", "met", "made_up", "missed")
DECIDED = ("met", "made_up", "missed")
FULFILLED = ("met", "made_up")


def standings_of(
    branch: Organization, year: int, *, as_of: date | None = None, member: Member | None = None
) -> list[Standing]:
    """Give the standings of a branch's year, or of one of its members, with `duty` (clause, version, institution).

    Without `as_of` the stored ones, which the caller has refreshed; with it, judged afresh as that day saw them.
    """
    if as_of is None:
        stored = Standing.objects.filter(organization=branch, year=year)
        standings = list(stored.filter(member=member) if member else stored)
    else:
        found = standing_objects(judged_rows(branch, year, as_of=as_of))
        standings = [s for s in found if member is None or s.member_id == member.pk]
    # Engines give rows in any order; a page has the same every time.
    standings.sort(key=lambda s: (s.opens_on, s.duty_id, s.window_key, s.member_id or 0))
    duties = duties_of(branch, year).in_bulk()
    for standing in standings:
        standing.duty = duties[standing.duty_id]
    return standings


def is_reached_so_far(standing: Standing) -> bool:
    """Say whether a rate that is still open reaches what is asked, were its window to close now."""
    return bool(
        standing.denominator > 0
        and standing.numerator * standing.minimum_d >= standing.minimum_n * standing.denominator
    )


def duties_of(branch: Organization, year: int) -> QuerySet[Duty]:
    """Give the duties that bind a branch in any part of a year, in the order of the texts.

    A window that opens the year before may rest on a version that has ended by then, so the year before is included.
    """
    return every_duty_of(branch).filter(from_on__lte=date(year, 12, 31), until_on__gt=date(year - 1, 1, 1))


def every_duty_of(branch: Organization) -> QuerySet[Duty]:
    """Give the duties that bind a branch at any time, in the order of the texts."""
    return (
        Duty.objects.filter(organization__descendant_links__descendant=branch)
        .select_related("clause", "version__institution")
        .order_by("version__institution__code", "clause__number", "id")
    )


def standings_of_code(standings: list[Standing], code: str, window_key: str = "") -> list[Standing]:
    """Pick the standings of one duty code (of one window if given), with members and the duty's kinds in place."""
    picked = [s for s in standings if s.duty.code == code and window_key in ("", s.window_key)]
    prefetch_related_objects(picked, "duty__kinds", "member")
    return sorted(picked, key=lambda s: (s.opens_on, s.window_key, s.member.member_no if s.member else ""))
