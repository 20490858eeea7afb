"""Who may see or do what, as plain predicates over the policy table (entitlements)."""

from typing import Any

from django.http import Http404

from zuji.organizations.entitlements import is_seen_by
from zuji.organizations.models import Member, Organization


def may(user: Any, action: str, organization: Organization) -> bool:
    """Say whether a user may do an action of the policy table in an organization today."""
    return is_seen_by(user, organization.pk, action=action)


def visible_organization(user: Any, number: int, *, action: str = "view_board") -> Organization:
    """Find an organization that a user may see; otherwise there is no such page for them."""
    found = Organization.objects.select_related("parent").filter(pk=number).first()
    if found is None or not is_seen_by(user, number, action=action):
        raise Http404
    return found


def visible_branch(user: Any, number: int) -> Organization:
    """Find a branch that a user may see: a committee has no board, roll or timeline of its own."""
    organization = visible_organization(user, number)
    if organization.level != "branch":
        raise Http404
    return organization


def own_member(user: Any) -> Member | None:
    """Give the member behind a user, if any."""
    return Member.objects.filter(user=user).first()


def can_view_member(user: Any, member: Member, branch: Organization) -> bool:
    """A member's page is read by the member and by whom the table lets view members of the branch."""
    return member.user_id == user.pk or may(user, "view_member", branch)
