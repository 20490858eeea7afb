"""Who may do what with meetings."""

from typing import Any

from zuji.gatherings.permissions import can_record
from zuji.meetings.models import ActionItem
from zuji.organizations.permissions import own_member


def can_complete(user: Any, item: ActionItem) -> bool:
    """What is to be done is ticked off by who does it, or by who keeps the records."""
    member = own_member(user)
    return (member is not None and item.owner_id == member.pk) or can_record(user, item.meeting.organization)
