"""The kernel on Django's own connection: what stands, as of any day."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import connection, transaction

from zuji.footprints.models import Freshness
from zuji.institutions.models import Standing
from zuji.kernel.days import day_number
from zuji.kernel.engines import Cursors, judge
from zuji.kernel.relations import STANDING
from zuji.kernel.statements import parameters
from zuji.organizations.models import Organization

DAYS_A_YEAR_STAYS_OPEN = 800
"""No window of a year closes later than this after its end (see kernel.statements.LATEST)."""


def engine() -> Cursors:
    """Give the kernel's engine over the current database; Django's cursors mark parameters alike everywhere."""
    return Cursors(connection, "pyformat")


PLANNING = "SET LOCAL jit = off; SET LOCAL join_collapse_limit = 1"
PLANNING_MANY = "; SET LOCAL enable_nestloop = off; SET LOCAL work_mem = '64MB'"
AS_BEFORE = "RESET jit; RESET join_collapse_limit; RESET enable_nestloop; RESET work_mem"


@contextmanager
def _planned_for(organization: Organization) -> Iterator[None]:
    """Tell PostgreSQL how to plan the judgement: in the order written, and more than one branch by hashes.

    It knows nothing of what is in a common table expression, takes its rows for few, and would loop over a nation.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(PLANNING if organization.level == "branch" else PLANNING + PLANNING_MANY)
        yield
        cursor.execute(AS_BEFORE)


def judged_rows(organization: Organization, year: int, *, as_of: date | None) -> list[tuple[Any, ...]]:
    """Judge everything at or below an organization for a year, as rows of kernel.relations.STANDING.

    `member_id` is None where no member is owed or concerned. Writes nothing.
    """
    values = parameters(organization_id=organization.pk, year=year, as_of=as_of)
    at = STANDING.index("member_id")
    with _planned_for(organization):
        return [(*row[:at], row[at] or None, *row[at + 1 :]) for row in judge(engine(), "standing", values)]


def counted_for_members(
    branch: Organization, year: int, kinds: Collection[str], *, as_of: date
) -> set[tuple[int | None, str]]:
    """Say which records of a year count for which of a branch's members, as the judgement itself sees it.

    Gives: (member id, reference) of every footprint of these kinds that counts, whether or not a duty asks for it.
    """
    values = parameters(organization_id=branch.pk, year=year, as_of=as_of)
    first, last = day_number(date(year, 1, 1)), day_number(date(year, 12, 31))
    return {
        (member_id, about)
        for _id, kind, place, credit, member_id, _actor, about, day, *_rest in judge(
            engine(), "counted_footprint", values
        )
        if kind in kinds and place == branch.pk and credit == "member" and first <= day <= last
    }


def is_fresh(branch: Organization, freshness: Freshness | None, year: int, today: date) -> bool:
    """Say whether the stored standings of a branch's year still hold on a day."""
    if freshness is None or freshness.is_stale or freshness.people_revision != branch.people_revision:
        return False
    if freshness.as_of is None:
        return False
    days_since_the_year: int = (freshness.as_of - date(year, 12, 31)).days
    return bool(freshness.as_of == today) or days_since_the_year > DAYS_A_YEAR_STAYS_OPEN


def standing_objects(rows: list[tuple[Any, ...]]) -> list[Standing]:
    """Make unsaved standings of judged rows, so that a day in the past reads like today."""
    columns = {field.name: field.attname for field in Standing._meta.concrete_fields}
    attributes = [columns[name] for name in _FIELDS]
    return [Standing(**dict(zip(attributes, _converted(row), strict=True))) for row in rows]


_FIELDS = (
    "duty",
    "organization",
    "member",
    "year",
    "window_key",
    "opens_on",
    "from_on",
    "to_on",
    "exclusion",
    "minimum_n",
    "minimum_d",
    "is_floored",
    "numerator",
    "denominator",
    "is_late",
    "last_on",
    "status",
)


def _converted(row: tuple[Any, ...]) -> list[Any]:
    fields = [Standing._meta.get_field(name) for name in _FIELDS]
    return [
        field.from_db_value(value, None, connection) if hasattr(field, "from_db_value") else value
        for field, value in zip(fields, row, strict=True)
    ]
