"""Who may do what with service activities and lectures."""

from typing import Any

from zuji.organizations.models import Organization
from zuji.organizations.permissions import may


def can_keep(user: Any, organization: Organization) -> bool:
    """A branch's lectures and lists are kept by those whose post says so; a committee's library by who plans there."""
    return may(user, "keep_service" if organization.level == "branch" else "plan_work", organization)


def can_plan_activity(user: Any, organization: Organization) -> bool:
    """A committee's activities are planned by who makes its plans; a branch's own by who keeps its service."""
    return can_keep(user, organization)


def can_confirm(user: Any, branch: Organization) -> bool:
    """Late entries are vouched for by the head or a deputy."""
    return may(user, "approve_work", branch)
