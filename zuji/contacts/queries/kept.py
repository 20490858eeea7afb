"""All that is kept about one member in contacts: every row, who wrote it and when."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from zuji.contacts.models import ContactAssignment, MemberContact, MemberRequest, VisitOccasion
from zuji.entries.models import EntryForMember
from zuji.footprints.labels import NOUN_WORDS
from zuji.footprints.queries import descriptions_of
from zuji.foundation.clock import local_date
from zuji.foundation.numbers import day
from zuji.organizations.models import Member


@dataclass(frozen=True)
class KeptLine:
    """One row about a member: what sort, what it says, and who wrote it when. `model` is its table's."""

    model: type[Any]
    on: date
    kind: Any
    words: str
    written_by: str
    written_on: date
    url: str = ""


def kept_about(member: Member) -> list[KeptLine]:
    """Give every row about a member in contacts and entries, newest first."""
    lines = [line for rows in KEPT for line in rows(member)]
    return sorted(lines, key=lambda line: line.on, reverse=True)


def _contacts(member: Member) -> Iterator[KeptLine]:
    found = MemberContact.objects.filter(Q(member=member) | Q(by_member=member)).select_related("member", "by_member")
    for contact in found:
        words = " · ".join(filter(None, [str(contact), contact.form, contact.topic]))
        by = contact.entered_by or contact.by_member.name
        on = contact.recorded_on or local_date(contact.created_at)
        url = reverse("footprints:record-detail", args=["member_contact", contact.pk])
        yield KeptLine(MemberContact, contact.on, contact.get_kind_display(), words, by, on, url)


def _assignments(member: Member) -> Iterator[KeptLine]:
    found = ContactAssignment.objects.filter(Q(member=member) | Q(by_member=member))
    for row in found.select_related("member", "by_member"):
        told = {"by": row.by_member, "member": row.member, "until": day(row.until_on)}
        words = _("%(by)s keeps in touch with %(member)s") % told
        if row.until_on is not None:
            words = _("%(by)s kept in touch with %(member)s, until %(until)s") % told
        yield KeptLine(ContactAssignment, row.from_on, _("who contacts whom"), words, row.entered_by, row.entered_on)


def _occasions(member: Member) -> Iterator[KeptLine]:
    for row in VisitOccasion.objects.filter(member=member):
        words = _("%(occasion)s; visit by %(due)s") % {"occasion": row.get_occasion_display(), "due": day(row.due_on)}
        if row.declined_on is not None:
            words = _("%(occasion)s; no visit wished") % {"occasion": row.get_occasion_display()}
        url = reverse("footprints:record-detail", args=["visit_occasion", row.pk])
        on = local_date(row.created_at)
        yield KeptLine(VisitOccasion, row.learned_on, NOUN_WORDS["visit_occasion"], words, row.entered_by, on, url)


def _requests(member: Member) -> Iterator[KeptLine]:
    for row in MemberRequest.objects.filter(member=member):
        words = f"{row.matter} · {row.get_state_display()}"
        url, on = reverse("contacts:request-detail", args=[row.pk]), local_date(row.created_at)
        yield KeptLine(MemberRequest, row.asked_on, NOUN_WORDS["member_request"], words, row.entered_by, on, url)


def _entries(member: Member) -> Iterator[KeptLine]:
    entries = list(EntryForMember.objects.filter(member=member))
    described = descriptions_of(entry.about for entry in entries)
    for entry in entries:
        about = described.get(entry.about)
        words = " · ".join(filter(None, [f"{about.kind}" if about else "", entry.get_ground_display()]))
        url = reverse("entries:own-entries")
        kind = _("entered for you")
        yield KeptLine(EntryForMember, entry.entered_on, kind, words, entry.entered_by, entry.entered_on, url)


KEPT: tuple[Callable[[Member], Iterator[KeptLine]], ...] = (_contacts, _assignments, _occasions, _requests, _entries)
"""One function for each model that names a member; a test looks for any that is missing."""
