"""A quarter's contacts, and who has been contacted in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from zuji.contacts.models import MemberContact
from zuji.contacts.queries.assignment import assigned_on, contacted_members
from zuji.foundation.periods import Quarter
from zuji.organizations.models import Member, Organization, PolicySpan
from zuji.organizations.policies import value_on


@dataclass(frozen=True)
class ContactLine:
    """A member, who keeps in touch with them, and how they were contacted in a quarter, latest first.

    `unconfirmed`: the numbers of those entered so late that they do not count yet (C1).
    """

    member: Member
    contacts: tuple[MemberContact, ...]
    keeper: Member | None = None
    is_mine: bool = False
    unconfirmed: frozenset[int] = frozenset()

    @property
    def is_contacted(self) -> bool:
        """Say whether a contact counts."""
        return any(contact.pk not in self.unconfirmed for contact in self.contacts)


def contact_lines(
    branch: Organization, quarter: Quarter, *, today: date, reader: Member | None = None
) -> list[ContactLine]:
    """Give every member of a quarter but its head: the reader's own first, of these those not yet contacted."""
    on = min(quarter.last_on, max(today, quarter.first_on))
    keepers = assigned_on(branch, on)
    made: dict[int, list[MemberContact]] = {}
    contacts = list(contacts_in(branch, quarter))
    for contact in contacts:
        made.setdefault(contact.member_id, []).append(contact)
    late = late_and_unconfirmed(branch, contacts)
    lines = [
        ContactLine(
            m, tuple(made.get(m.pk, [])), keepers.get(m.pk), reader is not None and keepers.get(m.pk) == reader, late
        )
        for m in contacted_members(branch, on)
    ]
    return sorted(lines, key=lambda line: (not line.is_mine, line.is_contacted))


def late_and_unconfirmed(branch: Organization, contacts: Iterable[MemberContact]) -> frozenset[int]:
    """Give the numbers of the contacts that were entered late and that nobody has confirmed (C1)."""
    waiting = [contact for contact in contacts if contact.recorded_on and not contact.confirmed_by]
    if not waiting:
        return frozenset()
    spans = list(PolicySpan.objects.filter(organization=branch).select_related("policy"))
    return frozenset(
        contact.pk
        for contact in waiting
        for span in spans
        if span.covers(contact.on)
        and contact.recorded_on
        and (contact.recorded_on - contact.on).days > span.policy.late_after_days
    )


def contacts_in(branch: Organization, quarter: Quarter) -> QuerySet[MemberContact]:
    """Give a branch's contacts of a quarter, latest first."""
    found = MemberContact.objects.of(branch).filter(on__gte=quarter.first_on, on__lte=quarter.last_on)
    return found.select_related("member", "by_member").order_by("-on", "-pk")


def own_contacts(branch: Organization, user: Any, quarter: Quarter) -> list[MemberContact]:
    """Give what is kept of contacts with the reader."""
    return list(contacts_in(branch, quarter).filter(member__user=user))


def allowed_topics(branch: Organization, on: date) -> list[str]:
    """Give the categories that a branch lets a contact be about; none where its text asks for date and form only."""
    return [str(topic) for topic in value_on(branch, "contact_topics", on)]
