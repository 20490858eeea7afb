"""Who may do what with receipts, reports and overviews. A report itself is no right of any post (domain §10.4)."""

from datetime import date
from typing import Any

from zuji.organizations.entitlements import holdings_of
from zuji.organizations.models import Member, Organization
from zuji.organizations.permissions import may, own_member
from zuji.organizations.policies import value_on
from zuji.organizations.queries import members_on


def can_tick_in(user: Any, branch: Organization) -> bool:
    """Receipts are kept by those who keep the branch's records."""
    return may(user, "record_work", branch)


def is_content_kept(branch: Organization, on: date) -> bool:
    """Say whether the branch chose to have reports written here; if not, only that one came is kept."""
    return bool(value_on(branch, "thought_report_content", on) == "content")


def author_in(user: Any, branch: Organization, on: date) -> Member | None:
    """Give the member behind a user who may write a report in a branch on a day: its own members, where it chose so."""
    member = own_member(user)
    if member is None or not members_on(branch, on).filter(pk=member.pk).exists():
        return None
    return member if is_content_kept(branch, on) else None


def can_choose_setting(user: Any, branch: Organization) -> bool:
    """How reports are kept is chosen by the branch's own director, not by who stands above it."""
    return may(user, "adopt_institution", branch) and ("branch_director", branch.pk) in holdings_of(user).posts


def can_read_overviews(user: Any, branch: Organization) -> bool:
    """Overviews are read by who keeps the branch's records and by the level above."""
    return may(user, "view_member", branch)


def can_write_overview(user: Any, branch: Organization) -> bool:
    """An overview is the director's own word."""
    return can_choose_setting(user, branch)
