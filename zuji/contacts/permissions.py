"""Who may record contacts; whom a contact concerns reads it in any case."""

from typing import Any

from zuji.organizations.models import Organization
from zuji.organizations.permissions import may


def can_record_contacts(user: Any, branch: Organization) -> bool:
    """Contacts are recorded by those who keep the branch's records."""
    return may(user, "record_work", branch)
