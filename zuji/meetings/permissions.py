"""Who may do what with meetings."""

from typing import Any

from zuji.meetings.models import ActionItem, Meeting
from zuji.organizations.models import Organization
from zuji.organizations.permissions import may, own_member


def can_record_meetings(user: Any, branch: Organization) -> bool:
    """Planning, marking and minutes are for those whose post keeps the branch's records."""
    return may(user, "record_work", branch)


def can_approve_minutes(user: Any, meeting: Meeting) -> bool:
    """Minutes are approved by the head or a deputy."""
    return may(user, "approve_work", meeting.organization)


def can_complete(user: Any, item: ActionItem) -> bool:
    """What is to be done is ticked off by who does it, or by who keeps the records."""
    member = own_member(user)
    return (member is not None and item.owner_id == member.pk) or can_record_meetings(user, item.meeting.organization)
