"""A service activity is planned, attended by the branches, or called off."""

from collections.abc import Mapping
from datetime import date, time
from typing import TypedDict, Unpack

from django.db import transaction

from zuji.footprints.actions import sync
from zuji.foundation.recording import Recorded, refuse_absurd, validate
from zuji.gatherings.actions import call_off_shared, write_branch_list
from zuji.organizations.models import Organization
from zuji.service.footprints import footprints_of_activity
from zuji.service.models import ServiceActivity


class ActivityPlan(TypedDict, total=False):
    """What is said of a service activity that is planned."""

    kind: str
    organiser: str
    starts_at: time | None
    venue: str
    beneficiary_count: int | None
    donation_note: str


@transaction.atomic
def plan_activity(
    organization: Organization, *, name: str, held_on: date, **fields: Unpack[ActivityPlan]
) -> Recorded[ServiceActivity]:
    """Plan a service activity; the same name on the same day is the same one, so a double tap plans none twice.

    Raises RecordingError for an absurd day or a value its field cannot hold.
    """
    refuse_absurd(held_on=held_on)
    Organization.objects.select_for_update().get(pk=organization.pk)
    that_day = ServiceActivity.objects.filter(organization=organization, held_on=held_on)
    there = that_day.filter(name=name).exclude(status="cancelled").first()
    if there is not None:
        return Recorded(there)
    code = f"SA{held_on:%Y%m%d}-{that_day.count() + 1}"
    activity = ServiceActivity(
        organization=organization, code=code, name=name, held_on=held_on, status="planned", **fields
    )
    validate(activity)
    activity.save()
    return Recorded(activity, is_new=True, is_changed=True)


@transaction.atomic
def attend_activity(
    activity: ServiceActivity, branch: Organization, *, marks: Mapping[int, str], seen: str, today: date
) -> ServiceActivity:
    """Note who of a branch came to a service activity; see `gatherings.actions.write_branch_list`."""
    current, is_changed = write_branch_list(activity, branch, marks=marks, seen=seen, today=today)
    if is_changed:
        sync(current, footprints_of_activity(current))
    return current  # type: ignore[no-any-return]


@transaction.atomic
def call_off_activity(activity: ServiceActivity, *, reason: str) -> ServiceActivity:
    """Call a service activity off, with a reason: it is then not owed (C17)."""
    current: ServiceActivity = call_off_shared(activity, reason=reason)
    sync(current, footprints_of_activity(current))
    return current
