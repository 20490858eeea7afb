"""Reads of what is to be done: of a branch, of a member, of the last meeting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from zuji.meetings.models import ActionItem, Meeting
from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.models import Member, Organization


@dataclass(frozen=True)
class ItemLine:
    """Something to be done as one reader sees it."""

    item: ActionItem
    is_overdue: bool
    may_complete: bool
    may_change: bool


def item_lines(items: Iterable[ActionItem], *, own: Member | None, may_record: bool, today: date) -> list[ItemLine]:
    """Lay things to be done out for a reader. Who does it may tick it off; who keeps the records may change it too."""
    return [
        ItemLine(
            item,
            item.is_overdue(today),
            item.is_open and (may_record or (own is not None and item.owner_id == own.pk)),
            item.is_open and may_record,
        )
        for item in items
    ]


def items_of(branch: Organization) -> QuerySet[ActionItem]:
    """Give what a branch's meetings gave to be done: open ones first, by the day they are due, then the rest, latest
    first."""
    items = ActionItem.objects.filter(meeting__organization=branch).select_related("meeting", "owner")
    return items.order_by(
        F("done_on").desc(nulls_first=True),
        F("dropped_on").desc(nulls_first=True),
        F("due_on").asc(nulls_last=True),
        "pk",
    )


def open_items_of(member: Member, user: Any) -> QuerySet[ActionItem]:
    """Give what a member has still to do, of the meetings that they may read."""
    items = ActionItem.objects.open().filter(owner=member, meeting__organization__in=organizations_seen_by(user))
    return items.select_related("meeting", "owner").order_by(F("due_on").asc(nulls_last=True), "pk")


def still_open(meeting: Meeting | None) -> list[ActionItem]:
    """Give what a meeting gave to be done and is not: what the next one asks after."""
    return list(ActionItem.objects.open().filter(meeting=meeting).select_related("owner")) if meeting else []


def minuted(item: ActionItem) -> tuple[Any, date | None]:
    """Give the owner and the day that the meeting itself decided, whoever has it since."""
    first = next(iter(item.changes.all()), None)
    return (first.owner, first.due_on) if first else (item.owner, item.due_on)
