"""Reads of the ledger that need more than a filter."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Q, Value
from django.urls import reverse

from zuji.footprints.kinds import KINDS, NOUNS
from zuji.footprints.models import Footprint
from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.models import Organization
from zuji.organizations.queries import home_branch


def records_of(references: Iterable[str]) -> dict[str, Any]:
    """Find the records behind references such as "info:15", one query for each noun; unknown ones are left out."""
    return {
        f"{noun}:{number}": record
        for noun, numbers in _numbers_by_noun(references).items()
        for number, record in apps.get_model(NOUNS[noun].model).objects.in_bulk(numbers).items()
    }


def record_url(reference: str) -> str:
    """Give the address of a record's page."""
    noun, number = _parts(reference)
    return reverse("footprints:record-detail", args=[noun, number])


def labels_of(references: Iterable[str]) -> dict[str, str]:
    """Name what opened windows, in one query whatever the nouns."""
    reads = [
        apps.get_model(NOUNS[noun].model)
        .objects.filter(pk__in=numbers)
        .order_by()
        .values_list(Value(noun), "pk", NOUNS[noun].label)
        for noun, numbers in sorted(_numbers_by_noun(references).items())
        if NOUNS[noun].label
    ]
    rows = reads[0].union(*reads[1:], all=True) if reads else []
    return {f"{noun}:{number}": label for noun, number, label in rows}


def _numbers_by_noun(references: Iterable[str]) -> dict[str, set[int]]:
    wanted: dict[str, set[int]] = defaultdict(set)
    for reference in set(references):
        noun, _separator, number = reference.partition(":")
        if noun in NOUNS and number.isdecimal():
            wanted[noun].add(int(number))
    return wanted


def years_with_footprints(organization: Organization) -> list[int]:
    """Give the years in which something happened in a branch, newest first."""
    days = Footprint.objects.standing().filter(organization=organization).order_by()
    return sorted({on.year for on in days.values_list("cohort_on", flat=True).distinct()}, reverse=True)


def timeline(organization: Organization, year: int, *, as_of: date | None = None) -> Any:
    """Give what happened in a branch in a year, newest first: each fact once (the branch's credit where there is one),
    attendance left to its event."""
    last_day = min(date(year, 12, 31), as_of or date.max)
    alone = ("thought_report.submitted", "info.duplicate", "proposal.signed")
    return (
        Footprint.objects.standing()
        .filter(organization=organization, happened_on__gte=date(year, 1, 1), happened_on__lte=last_day, mark="")
        .filter(Q(credit="branch") | Q(kind__in=alone))
        .select_related("member", "actor")
        .order_by("-happened_on", "-id")
    )


def kinds_in(branch: Organization, year: int) -> list[str]:
    """Give the kinds of footprints a branch left in a year, marks left out."""
    found = (
        Footprint.objects.standing()
        .filter(organization=branch, happened_on__gte=date(year, 1, 1), happened_on__lte=date(year, 12, 31), mark="")
        .order_by()
        .values_list("kind", flat=True)
        .distinct()
    )
    return [kind for kind in KINDS if kind in set(found)]


@dataclass(frozen=True)
class TimelineEntry:
    """A footprint with the record it came from and where that record is shown."""

    footprint: Footprint
    record: Any
    noun: str
    number: int


def with_records(footprints: Iterable[Footprint]) -> list[TimelineEntry]:
    """Join footprints with their records, one query for each noun."""
    found = list(footprints)
    records = records_of(footprint.source for footprint in found)
    return [
        TimelineEntry(footprint, records.get(footprint.source), *_parts(footprint.source))
        for footprint in found
        if footprint.source in records
    ]


def _parts(source: str) -> tuple[str, int]:
    noun, _separator, number = source.partition(":")
    return noun, int(number)


def footprints_of_source(source: str, user: Any) -> list[Footprint]:
    """Give all footprints of a record, reversals too, marks of other branches left out."""
    seen = organizations_seen_by(user)
    own = Footprint.objects.filter(source=source).filter(Q(mark="") | Q(organization__in=seen))
    return list(own.select_related("member", "actor", "reverses").order_by("id"))


def branch_of(record: Any, user: Any) -> Organization | None:
    """Give the organization in whose frame a record is shown: its own, or for a committee's the reader's branch."""
    organization: Organization = record.organization
    if organization.level == "branch":
        return organization
    return home_branch(user)


@dataclass(frozen=True)
class RecordSheet:
    """A record's fields as (label, value), and who belongs to it as (person, what they are or did)."""

    fields: tuple[tuple[Any, Any], ...]
    people: tuple[tuple[Any, Any], ...]


HIDDEN_FIELDS = {"id", "created_at", "updated_at"}


def sheet_of(record: Any, user: Any) -> RecordSheet:
    """Lay a record out for reading: its own fields, then the members on its rows that the reader may see."""
    fields = []
    for field in record._meta.concrete_fields:
        value = getattr(record, f"get_{field.name}_display", lambda name=field.name: getattr(record, name))()
        if field.name not in HIDDEN_FIELDS and value not in (None, ""):
            fields.append((field.verbose_name, value))
    people = []
    seen = set(organizations_seen_by(user).values_list("pk", flat=True))
    for relation in record._meta.related_objects:
        columns = {field.name for field in relation.related_model._meta.fields}
        if "member" in columns and relation.one_to_many:
            rows = getattr(record, relation.get_accessor_name()).select_related("member").order_by("member__member_no")
            own = (row for row in rows if getattr(row, "organization_id", None) in (None, *seen))
            people += [(row.member, _role_of(row)) for row in own]
    return RecordSheet(tuple(fields), tuple(people))


def _role_of(row: Any) -> Any:
    for name in ("mark", "role"):
        if hasattr(row, name):
            return getattr(row, f"get_{name}_display")()
    return ""
