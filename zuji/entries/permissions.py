"""Who says what of an entry: the member agrees or objects, who keeps the records answers."""

from typing import Any

from zuji.entries.models import EntryForMember
from zuji.organizations.models import Organization
from zuji.organizations.permissions import may


def is_about(user: Any, entry: EntryForMember) -> bool:
    """Only the member for whom it was entered agrees or objects."""
    return bool(entry.member.user_id == user.pk)


def can_reply(user: Any, branch: Organization) -> bool:
    """Objections are read and answered by those who keep the branch's records, not from above."""
    return may(user, "record_work", branch)
