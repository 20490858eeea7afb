"""Who may do what with gatherings."""

from typing import Any

from zuji.organizations.models import Organization
from zuji.organizations.permissions import may


def can_record(user: Any, branch: Organization) -> bool:
    """Planning, marking and minutes are for those whose post keeps the branch's records."""
    return may(user, "record_work", branch)


def can_approve(user: Any, branch: Organization) -> bool:
    """Minutes are approved, and late entries confirmed, by the head or a deputy."""
    return may(user, "approve_work", branch)
