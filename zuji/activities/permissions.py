"""Who may do what with node days and theme activities."""

from typing import Any

from zuji.organizations.models import Organization
from zuji.organizations.permissions import may


def can_plan(user: Any, organization: Organization) -> bool:
    """The plan of a year is made by those whose post says so, each for their own organization."""
    return may(user, "plan_work", organization)


def can_mark(user: Any, branch: Organization) -> bool:
    """How a branch marked a day, and who came, is for those who keep its records."""
    return may(user, "record_work", branch)
