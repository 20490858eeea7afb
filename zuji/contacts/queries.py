"""Reads of contacts: a quarter, and who has been contacted in it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from zuji.contacts.models import MemberContact
from zuji.foundation.periods import Quarter
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on, posts_on

IN_OFFICE = ("branch_director", "deputy_branch_director")
"""Those who contact members (支部主任会员联系制度)."""


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
