"""Who may read which facts."""

from typing import Any

from django.db.models import Q

from zuji.footprints.kinds import PERSONAL_KINDS
from zuji.organizations.models import Organization
from zuji.organizations.permissions import may


def readable_footprints(user: Any, branch: Organization, footprints: Any) -> Any:
    """Leave out personal facts of others for those who may not view members' pages."""
    if may(user, "view_member", branch):
        return footprints
    return footprints.exclude(Q(kind__in=PERSONAL_KINDS) & ~Q(member__user=user))


def can_read_record(user: Any, record: Any) -> bool:
    """A record is read by whoever sees its organization.

    One that concerns a single member personally is read by that member and by whom the table lets view members.
    """
    if not type(record).objects.visible_to(user).filter(pk=record.pk).exists():
        return False
    if record._meta.db_table not in ("member_contact", "thought_report_receipt"):
        return True
    return record.member.user_id == user.pk or may(user, "view_member", record.organization)
