"""Reads of entries: a member's own, and the objections that a branch has to answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from zuji.entries.models import EntryForMember
from zuji.footprints.queries import Description, descriptions_of
from zuji.organizations.models import Member, Organization


@dataclass(frozen=True)
class EntryLine:
    """An entry and the record it is about; None where that is gone."""

    entry: EntryForMember
    about: Description | None


def entries_of(member: Member) -> list[EntryLine]:
    """Give what was entered for a member: what waits for their word first, then the latest."""
    entries = list(EntryForMember.objects.filter(member=member).select_related("organization", "member"))
    return described(sorted(entries, key=lambda entry: entry.answer != ""))


def waiting_count(member: Member) -> int:
    """Count what waits for a member's word."""
    return EntryForMember.objects.filter(member=member, answer="").count()


def open_objections(branch: Organization) -> list[EntryLine]:
    """Give the objections that nobody has answered, the oldest first."""
    found = EntryForMember.objects.of(branch).filter(answer="objected", reply="").select_related("member")
    return described(found.order_by("answered_on", "pk"))


def described(entries: Iterable[EntryForMember]) -> list[EntryLine]:
    """Join entries with the records they are about, a query for each noun."""
    rows = list(entries)
    about = descriptions_of(row.about for row in rows)
    return [EntryLine(row, about.get(row.about)) for row in rows]
