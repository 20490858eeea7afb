"""Reads of the ledger that need more than a filter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from operator import attrgetter
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet, Value
from django.urls import reverse
from django.utils.translation import gettext as _

from zuji.footprints.kinds import ENTERED_NOUNS, KINDS, NOUNS, PERSONAL_KINDS, Noun
from zuji.footprints.labels import FIELD_WORDS, NOUN_WORDS
from zuji.footprints.models import Footprint
from zuji.foundation.numbers import day, moment, quarter_words
from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.models import Member, Organization
from zuji.organizations.models.records import mark_for_all
from zuji.organizations.queries import home_branch

LONGEST_NUMBER = 18
"""No database counts further; a longer number in an address names nothing."""


def records_of(references: Iterable[str]) -> dict[str, Any]:
    """Find the records behind references such as "info:15", one query for each noun; unknown ones are left out."""
    return {
        f"{noun}:{number}": record
        for noun, numbers in _numbers_by_noun(references).items()
        for number, record in _records(NOUNS[noun]).in_bulk(numbers).items()
    }


def _records(noun: Noun) -> QuerySet[Any]:
    records: QuerySet[Any] = apps.get_model(noun.model).objects.all()
    return records.select_related(*noun.named_after) if noun.named_after else records


def record_url(reference: str) -> str:
    """Give the address of a record's page; none where its author alone says who reads it."""
    noun, number = _parts(reference)
    if NOUNS[noun].is_walled:
        return ""
    page = NOUNS[noun].page
    return reverse(page, args=[number]) if page else reverse("footprints:record-detail", args=[noun, number])


def labels_of(references: Iterable[str]) -> dict[str, str]:
    """Name records that a column names, in one query whatever the nouns."""
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


@dataclass(frozen=True)
class Description:
    """A record in words: what sort it is, its name, and where it is shown."""

    kind: Any
    title: str
    url: str


def descriptions_of(references: Iterable[str]) -> dict[str, Description]:
    """Describe records that somebody may enter for another, one query for each noun; those gone are left out."""
    nouns, found = NOUNS | ENTERED_NOUNS, {}
    for name, numbers in _numbers_by_noun(references, nouns).items():
        noun = nouns[name]
        for number, record in _records(noun).in_bulk(numbers).items():
            title = attrgetter(noun.label.replace("__", "."))(record) if noun.label else str(record)
            shown = getattr(record, f"{noun.page_of}_id") if noun.page_of else number
            url = (
                reverse(noun.page, args=[shown])
                if noun.page
                else reverse("footprints:record-detail", args=[name, shown])
            )
            found[f"{name}:{number}"] = Description(NOUN_WORDS[name], str(title), url)
    return found


def _numbers_by_noun(references: Iterable[str], nouns: Mapping[str, Noun] = NOUNS) -> dict[str, set[int]]:
    wanted: dict[str, set[int]] = defaultdict(set)
    for reference in set(references):
        noun, _separator, number = reference.partition(":")
        if noun in nouns and number.isdecimal() and len(number) <= LONGEST_NUMBER:
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


def kinds_in(footprints: Any) -> list[str]:
    """Give the kinds among some footprints, in the order of their list."""
    found = set(footprints.order_by().values_list("kind", flat=True).distinct())
    return [kind for kind in KINDS if kind in found]


@dataclass(frozen=True)
class TimelineEntry:
    """A footprint with the name of the record it came from and where that record is shown."""

    footprint: Footprint
    title: str
    url: str


def with_records(footprints: Iterable[Footprint]) -> list[TimelineEntry]:
    """Join footprints with their records' names, those that no column names by a query for each noun."""
    found = list(footprints)
    sources = {footprint.source for footprint in found}
    titles = labels_of(sources)
    titles |= {source: str(record) for source, record in records_of(sources - titles.keys()).items()}
    return [
        TimelineEntry(footprint, titles[footprint.source], record_url(footprint.source))
        for footprint in found
        if footprint.source in titles
    ]


def _parts(source: str) -> tuple[str, int]:
    noun, _separator, number = source.partition(":")
    return noun, int(number)


@dataclass(frozen=True)
class FootprintLine:
    """One line of what a record left in the ledger, in the reader's words."""

    on: date
    label: Any
    member: Member | None
    is_reversal: bool
    is_reversed: bool


def footprints_of_source(source: str, user: Any) -> tuple[list[FootprintLine], int]:
    """Give the footprints of a record, reversals too, and how many marks of attendance stand beside them.

    Marks of branches that the reader does not look into are left out, and so is what is personal to somebody else for
    who may not view members' pages.
    """
    seen = organizations_seen_by(user)
    own = Footprint.objects.filter(source=source).filter(Q(mark="") | Q(organization__in=seen))
    views_members = organizations_seen_by(user, action="view_member")
    own = own.filter(~Q(kind__in=PERSONAL_KINDS) | Q(member__user=user) | Q(organization__in=views_members))
    lines, mark_count = [], 0
    for footprint in own.select_related("member", "reversal").order_by("id"):
        is_reversal, is_reversed = footprint.reverses_id is not None, hasattr(footprint, "reversal")
        if footprint.mark:
            mark_count += not is_reversal and not is_reversed
            continue
        line = FootprintLine(footprint.happened_on, footprint.kind_label, footprint.member, is_reversal, is_reversed)
        if line not in lines:  # the same fact for the branch's credit and the member's reads as one
            lines.append(line)
    return lines, mark_count


def branch_of(record: Any, user: Any) -> Organization | None:
    """Give the organization in whose frame a record is shown: its own, or for a committee's the reader's branch."""
    organization: Organization = record.organization
    if organization.level == "branch":
        return organization
    return home_branch(user)


@dataclass(frozen=True)
class SheetField:
    """One field of a record as its page shows it."""

    label: Any
    value: Any


@dataclass(frozen=True)
class RecordSheet:
    """A record laid out for reading: what sort it is, its fields, and who belongs to it as (person, part or mark)."""

    kind: Any
    fields: tuple[SheetField, ...]
    people: tuple[tuple[Any, Any], ...]


def sheet_of(record: Any, user: Any) -> RecordSheet:
    """Lay a record out for reading: its own fields, then the members on its rows that the reader may see.

    What a record names in `untold` is read by fewer than its line, on its own page.
    """
    fields = [
        SheetField(FIELD_WORDS[field.name], _shown(record, field.name))
        for field in record._meta.concrete_fields
        if field.name in FIELD_WORDS
        and field.name not in getattr(record, "untold", ())
        and getattr(record, field.name) not in (None, "")
    ]
    people = []
    seen = set(organizations_seen_by(user).values_list("pk", flat=True))
    for relation in record._meta.related_objects:
        model = relation.related_model
        columns = {field.name for field in model._meta.fields}
        if "member" in columns and relation.one_to_many and getattr(model, "is_told_with_record", True):
            rows = getattr(record, relation.get_accessor_name()).select_related("member").order_by("member__member_no")
            own = (row for row in rows if getattr(row, "organization_id", None) in (None, *seen))
            people += [(row.member, _role_of(row)) for row in own]
    return RecordSheet(NOUN_WORDS[record._meta.db_table], tuple(fields), tuple(people))


def _shown(record: Any, name: str) -> Any:
    value = getattr(record, name)
    if name == "quarter":
        return quarter_words(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return getattr(record, f"get_{name}_display", lambda: value)()


def _role_of(row: Any) -> Any:
    if hasattr(row, "mark"):
        return mark_for_all(row.mark)
    return row.get_role_display() if hasattr(row, "role") else ""
