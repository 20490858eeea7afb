"""Who may read which facts."""

from typing import Any

from django.db.models import Q

from zuji.footprints.facts import reference_to
from zuji.footprints.kinds import CLOSE_KINDS, NOUNS, PERSONAL_KINDS
from zuji.footprints.models import Footprint
from zuji.organizations.models import Organization
from zuji.organizations.permissions import may

PERSONAL_NOUNS = ("member_contact", "thought_report_receipt")
"""Records that concern one member, though every list of the branch counts them."""


def readable_footprints(user: Any, branch: Organization, footprints: Any) -> Any:
    """Leave out personal facts of others for those who may not view members' pages.

    What stays in the branch is left out for everybody else who does not keep its records.
    """
    hidden = set() if may(user, "record_work", branch) else set(CLOSE_KINDS)
    if not may(user, "view_member", branch):
        hidden |= set(PERSONAL_KINDS)
    return footprints.exclude(Q(kind__in=hidden) & ~Q(member__user=user)) if hidden else footprints


def can_read_footprint(user: Any, footprint: Footprint) -> bool:
    """Say whether a reader may know which record a fact came from, and whom it names."""
    member, branch = footprint.member, footprint.organization
    if footprint.kind not in PERSONAL_KINDS or (member is not None and member.user_id == user.pk):
        return True
    return may(user, "record_work" if footprint.kind in CLOSE_KINDS else "view_member", branch)


def can_follow(user: Any, reference: str, branch: Organization) -> bool:
    """Say whether a reader may open what a window is about, such as "visit_occasion:3"."""
    noun = NOUNS.get(reference.partition(":")[0])
    return noun is None or not noun.stays_in_branch or may(user, "record_work", branch)


def can_read_record(user: Any, record: Any) -> bool:
    """A record is read by whoever sees it in a list (`visible_to`).

    One that concerns a single member personally is read by that member, by who made it and by whom the table lets
    view members; one that left what stays in the branch, of these by who keeps the branch's records only.
    """
    if not type(record).objects.visible_to(user).filter(pk=record.pk).exists():
        return False
    if record._meta.db_table not in PERSONAL_NOUNS:
        return True
    maker = getattr(record, "by_member", None)
    if user.pk in (record.member.user_id, maker and maker.user_id):
        return True
    is_close = Footprint.objects.standing().filter(source=reference_to(record), kind__in=CLOSE_KINDS).exists()
    return may(user, "record_work" if is_close else "view_member", record.organization)
