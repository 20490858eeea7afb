"""Reads of the tree, its people and its calendar."""

from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from zuji.foundation.clock import today
from zuji.organizations.entitlements import OVERSEEING_POSTS, holdings_of, organizations_seen_by
from zuji.organizations.models import (
    Exemption,
    Member,
    Membership,
    Organization,
    PostAssignment,
    WorkDayException,
)

WORK_DAYS = Path(__file__).parent / "work_days"
"""The State Council's list of each year, as published; a day that a later list moved stands in its own year's file."""


def branches_for(user: Any) -> QuerySet[Organization]:
    """Give the branches a user may look into."""
    return organizations_seen_by(user).filter(level="branch").select_related("parent").order_by("pk")


def home_branch(user: Any) -> Organization | None:
    """Give the branch a user belongs to today, else the first one they may look into."""
    branches, day = branches_for(user), today()
    own = Membership.objects.filter(member__user=user, from_on__lte=day, until_on__gt=day)
    return branches.filter(pk__in=own.values("organization_id")).first() or branches.first()


def committee_of(user: Any) -> Organization | None:
    """Give the highest committee in which a user holds an overseeing post today."""
    day = today()
    held = PostAssignment.objects.filter(
        member__user=user, post__in=OVERSEEING_POSTS, from_on__lte=day, until_on__gt=day
    ).exclude(organization__level="branch")
    return (
        Organization.objects.filter(pk__in=held.values("organization_id"))
        .order_by("-descendant_links__depth", "pk")
        .first()
    )


def name_of(user: Any) -> str:
    """Give the name under which a user acts: their member's, else the account's."""
    return holdings_of(user).name or str(user.get_full_name() or user.get_username())


def members_on(branch: Organization, on: date) -> QuerySet[Member]:
    """Give the members of a branch on a day, by number."""
    spans = {"memberships__organization": branch, "memberships__from_on__lte": on, "memberships__until_on__gt": on}
    return Member.objects.filter(**spans).select_related("sector").order_by("member_no")


def owing_on(branch: Organization, on: date) -> QuerySet[Member]:
    """Give the members of a branch on a day who are not exempt from duties, by number."""
    exempt = Exemption.objects.filter(from_on__lte=on, until_on__gt=on)
    return members_on(branch, on).exclude(pk__in=exempt.values("member_id"))


def exempt_on(branch: Organization, on: date) -> set[int]:
    """Give the numbers of a branch's members who are exempt from duties on a day."""
    spans = Exemption.objects.filter(member__in=members_on(branch, on), from_on__lte=on, until_on__gt=on)
    return set(spans.values_list("member_id", flat=True))


def posts_on(branch: Organization, on: date) -> dict[int, list[str]]:
    """Give the posts that each member of a branch holds on a day."""
    held: dict[int, list[str]] = {}
    for post in PostAssignment.objects.filter(organization=branch, from_on__lte=on, until_on__gt=on).order_by("pk"):
        held.setdefault(post.member_id, []).append(post.post)
    return held


def branch_of_member(member: Member) -> Organization | None:
    """Give the branch a member belongs to, the latest if they have left."""
    latest = member.memberships.select_related("organization__parent").order_by("-until_on", "-from_on").first()
    return latest.organization if latest else None


def work_day_exceptions(organization: Organization) -> dict[date, bool]:
    """Give the days on which an organization works otherwise than the week says: the nearest above it decides."""
    return {row.on: row.is_working for row in _nearest_last(organization)}


def work_days_of(organization: Organization, year: int) -> list[WorkDayException]:
    """Give a year's holidays and worked weekends as they hold for an organization, in order."""
    deciding = {row.on: row for row in _nearest_last(organization).filter(on__year=year).select_related("organization")}
    return [deciding[on] for on in sorted(deciding)]


def _nearest_last(organization: Organization) -> QuerySet[WorkDayException]:
    reaching = WorkDayException.objects.filter(organization__descendant_links__descendant=organization)
    return reaching.order_by("-organization__descendant_links__depth")


def shipped_work_days(year: int) -> str:
    """Give the list of a year that Zuji brings along, empty where it brings none."""
    path = WORK_DAYS / f"{year}.csv"
    return path.read_text(encoding="utf-8") if path.exists() else ""
