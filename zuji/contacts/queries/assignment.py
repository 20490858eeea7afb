"""Who is in office, and who of them keeps in touch with whom."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from zuji.contacts.models import ContactAssignment
from zuji.organizations.models import Member, Organization, PostAssignment
from zuji.organizations.queries import members_on, posts_on

IN_OFFICE = ("branch_director", "deputy_branch_director")
"""Those who contact members (支部主任会员联系制度)."""


def in_office(branch: Organization, on: date) -> list[Member]:
    """Give who contacts members on a day: the head first, then deputies."""
    posts = posts_on(branch, on)
    holders = [member for member in members_on(branch, on) if set(posts.get(member.pk, [])) & set(IN_OFFICE)]
    return sorted(holders, key=lambda member: IN_OFFICE[0] not in posts[member.pk])


def contacted_members(branch: Organization, on: date) -> list[Member]:
    """Give who is to be contacted on a day: every member but the head."""
    heads = {number for number, posts in posts_on(branch, on).items() if IN_OFFICE[0] in posts}
    return [member for member in members_on(branch, on) if member.pk not in heads]


def assigned_on(branch: Organization, on: date) -> dict[int, Member]:
    """Give, by member, who keeps in touch with them on a day.

    Whoever has been out of office since they were named no longer does: a re-election ends it, without a word written.
    """
    rows = list(
        ContactAssignment.objects.of(branch).filter(from_on__lte=on, until_on__gt=on).select_related("by_member")
    )
    held: dict[int, list[PostAssignment]] = {}
    posts = PostAssignment.objects.filter(
        organization=branch, post__in=IN_OFFICE, member__in={row.by_member_id for row in rows}
    )
    for post in posts.order_by("from_on"):
        held.setdefault(post.member_id, []).append(post)
    return {
        row.member_id: row.by_member for row in rows if _is_unbroken(held.get(row.by_member_id, []), row.from_on, on)
    }


def _is_unbroken(held: Sequence[PostAssignment], first: date, last: date) -> bool:
    """Say whether posts, by their first day, cover every day of a span; from deputy to head is no break."""
    covered = first
    for post in held:
        if post.from_on <= covered and (post.until_on is None or post.until_on > covered):
            if post.until_on is None:
                return True
            covered = post.until_on
    return covered > last


def keeper_of(branch: Organization, member: Member, on: date) -> Member | None:
    """Give who keeps in touch with one member on a day."""
    return assigned_on(branch, on).get(member.pk)


def suggested(members: Sequence[Member], holders: Sequence[Member], assigned: Mapping[int, Member]) -> dict[int, int]:
    """Share out those with whom nobody keeps in touch: each to who has fewest, nobody to themselves. Writes nothing."""
    load = {holder.pk: 0 for holder in holders}
    for keeper in assigned.values():
        load[keeper.pk] = load.get(keeper.pk, 0) + 1
    found = {}
    for member in members:
        others = [holder.pk for holder in holders if holder.pk != member.pk]
        if member.pk not in assigned and others:
            found[member.pk] = min(others, key=load.__getitem__)
            load[found[member.pk]] += 1
    return found


@dataclass(frozen=True)
class AssignmentLine:
    """A member, who may keep in touch with them, and who does."""

    member: Member
    holders: tuple[Member, ...]
    keeper: Member | None


def assignment_lines(branch: Organization, on: date) -> list[AssignmentLine]:
    """Give everybody to be contacted with who does it, those with whom nobody does first."""
    holders, assigned = in_office(branch, on), assigned_on(branch, on)
    lines = [
        AssignmentLine(member, tuple(h for h in holders if h != member), assigned.get(member.pk))
        for member in contacted_members(branch, on)
    ]
    return sorted(lines, key=lambda line: line.keeper is not None)


def marks_of_pairs(assigned: Mapping[int, Member]) -> str:
    """Give a short mark of who keeps in touch with whom, by which a page grown stale is known."""
    pairs = ",".join(f"{number}:{assigned[number].pk}" for number in sorted(assigned))
    return hashlib.sha256(pairs.encode()).hexdigest()[:16]
