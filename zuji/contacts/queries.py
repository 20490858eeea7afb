"""Reads of contacts: a quarter, and who has been contacted in it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from zuji.contacts.models import MemberContact
from zuji.foundation.numbers import quarter_words
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on, posts_on

IN_OFFICE = ("branch_director", "deputy_branch_director")
"""Those who contact members (支部主任会员联系制度)."""


@dataclass(frozen=True)
class Quarter:
    """A quarter of a year, as addresses and people write it."""

    year: int
    number: int

    @property
    def key(self) -> str:
        """Write it as 2018Q3."""
        return f"{self.year}Q{self.number}"

    @property
    def words(self) -> str:
        """Write it in the reader's language."""
        return quarter_words(self.key)

    @property
    def first_on(self) -> date:
        """Give its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last_on(self) -> date:
        """Give its last day."""
        return self.next.first_on - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        """Give the quarter after it."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def previous(self) -> "Quarter":
        """Give the quarter before it."""
        return quarter_of(self.first_on - timedelta(days=1))


def quarter_of(on: date) -> Quarter:
    """Give the quarter of a day."""
    return Quarter(on.year, (on.month + 2) // 3)


def asked_quarter(text: str, *, fallback: date) -> Quarter:
    """Read a quarter of an address; nonsense gives the quarter of `fallback`."""
    year, _letter, number = text.partition("Q")
    if year.isascii() and year.isdecimal() and 1945 <= int(year[:6]) <= 2100 and number in ("1", "2", "3", "4"):
        return Quarter(int(year), int(number))
    return quarter_of(fallback)


@dataclass(frozen=True)
class ContactLine:
    """A member and how they were contacted in a quarter, latest first."""

    member: Member
    contacts: tuple[MemberContact, ...]


def in_office(branch: Organization, on: date) -> list[Member]:
    """Give who contacts members on a day: the head first, then deputies."""
    posts = posts_on(branch, on)
    holders = [member for member in members_on(branch, on) if set(posts.get(member.pk, [])) & set(IN_OFFICE)]
    return sorted(holders, key=lambda member: IN_OFFICE[0] not in posts[member.pk])


def contact_lines(branch: Organization, quarter: Quarter, *, today: date) -> list[ContactLine]:
    """Give every member of a quarter but its head, those not yet contacted first."""
    on = min(quarter.last_on, max(today, quarter.first_on))
    heads = {number for number, posts in posts_on(branch, on).items() if IN_OFFICE[0] in posts}
    made: dict[int, list[MemberContact]] = {}
    for contact in contacts_in(branch, quarter):
        made.setdefault(contact.member_id, []).append(contact)
    lines = [ContactLine(m, tuple(made.get(m.pk, []))) for m in members_on(branch, on) if m.pk not in heads]
    return sorted(lines, key=lambda line: bool(line.contacts))


def contacts_in(branch: Organization, quarter: Quarter) -> QuerySet[MemberContact]:
    """Give a branch's contacts of a quarter, latest first."""
    found = MemberContact.objects.of(branch).filter(on__gte=quarter.first_on, on__lte=quarter.last_on)
    return found.select_related("member", "by_member").order_by("-on", "-pk")


def own_contacts(branch: Organization, user: Any, quarter: Quarter) -> list[MemberContact]:
    """Give what is kept of contacts with the reader."""
    return list(contacts_in(branch, quarter).filter(member__user=user))
