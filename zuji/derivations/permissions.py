"""Who may say that a record was written from another."""

from typing import Any

from zuji.organizations.models import Organization
from zuji.organizations.permissions import may

KEEPERS = ("record_work", "keep_participation", "check_infos")


def can_link(user: Any, organization: Organization) -> bool:
    """Links are kept by whoever keeps a part of the output's organization's records."""
    return any(may(user, action, organization) for action in KEEPERS)
