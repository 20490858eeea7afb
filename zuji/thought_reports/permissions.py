"""Who may tick in that a report came: nobody reads one here, for none is kept (domain §10.4)."""

from typing import Any

from zuji.organizations.models import Organization
from zuji.organizations.permissions import may


def can_tick_in(user: Any, branch: Organization) -> bool:
    """Receipts are kept by those who keep the branch's records."""
    return may(user, "record_work", branch)
