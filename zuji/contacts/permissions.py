"""Who may record contacts, visits and requests; whom they concern reads them in any case."""

from typing import Any

from zuji.contacts.models import MemberRequest
from zuji.organizations.models import Organization
from zuji.organizations.permissions import may


def can_record_contacts(user: Any, branch: Organization) -> bool:
    """Contacts, visits and answers to requests are recorded by those who keep the branch's records."""
    return may(user, "record_work", branch)


def can_confirm_contacts(user: Any, branch: Organization) -> bool:
    """The head or a deputy vouches for a contact that was entered late."""
    return may(user, "approve_work", branch)


def is_asking(user: Any, request: MemberRequest) -> bool:
    """Whose request it is says whether it is settled."""
    return bool(request.member.user_id == user.pk)
