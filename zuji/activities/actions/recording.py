"""Verbs of node days and theme activities: the committee's plan, and what a branch did about it."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from zuji.activities.footprints import footprints_of_activity, footprints_of_node_day, footprints_of_observance
from zuji.activities.models import NodeDay, NodeDayObservance, ThemeActivity
from zuji.footprints.actions import sync
from zuji.foundation.recording import Recorded, refuse_absurd, set_rows, upsert
from zuji.organizations.models import Organization


class ActivityFields(TypedDict, total=False):
    """What is said of a theme activity; a field that is not given stays as it is."""

    name: str
    organiser: str
    held_on: date
    status: str


class ObservanceFields(TypedDict, total=False):
    """How a branch marked a node day."""

    held_on: date | None
    form: str
    status: str


@transaction.atomic
def record_node_day(organization: Organization, *, code: str, name: str, anniversary_on: date) -> Recorded[NodeDay]:
    """Write a node day of the committee's plan; its anniversary opens a window for every branch below (C18)."""
    refuse_absurd(anniversary_on=anniversary_on)
    fields = {"name": name, "anniversary_on": anniversary_on}
    recorded = upsert(NodeDay, {"organization": organization, "code": code}, fields)
    if recorded.is_changed:
        sync(recorded.record, footprints_of_node_day(recorded.record))
    return recorded


@transaction.atomic
def record_observance(
    organization: Organization, *, node_day: NodeDay, **fields: Unpack[ObservanceFields]
) -> Recorded[NodeDayObservance]:
    """Write how a branch marked a node day; outside the window it is kept and does not fulfil."""
    refuse_absurd(held_on=fields.get("held_on"))
    recorded = upsert(NodeDayObservance, {"organization": organization, "node_day": node_day}, fields)
    if recorded.is_changed:
        sync(recorded.record, footprints_of_observance(recorded.record))
    return recorded


@transaction.atomic
def mark_node_day_attendance(node_day: NodeDay, branch: Organization, *, marks: Mapping[int, str]) -> bool:
    """Mark who of a branch came to its observance; kept with the node day, no rule asks for it yet."""
    wanted = {who: {"mark": mark, "organization_id": branch.pk} for who, mark in marks.items()}
    return set_rows(node_day.attendance, "member_id", wanted, is_all=False)


@transaction.atomic
def record_activity(
    organization: Organization, *, code: str, **fields: Unpack[ActivityFields]
) -> Recorded[ThemeActivity]:
    """Write a theme activity of a committee, at which every member below is expected (C17)."""
    refuse_absurd(held_on=fields.get("held_on"))
    recorded = upsert(ThemeActivity, {"organization": organization, "code": code}, fields)
    if recorded.is_changed:
        sync(recorded.record, footprints_of_activity(recorded.record))
    return recorded


@transaction.atomic
def mark_attendance(activity: ThemeActivity, branch: Organization, *, marks: Mapping[int, str]) -> bool:
    """Mark who of a branch came to an activity; members who are not named keep their mark."""
    wanted = {who: {"mark": mark, "organization_id": branch.pk} for who, mark in marks.items()}
    is_changed = set_rows(activity.attendance, "member_id", wanted, is_all=False)
    if is_changed:
        sync(activity, footprints_of_activity(activity))
    return is_changed
