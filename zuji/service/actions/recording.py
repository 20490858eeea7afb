"""Loading social service: the committee's activities, who came, and public lectures, by their numbers."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from zuji.footprints.actions import sync
from zuji.foundation.recording import Recorded, refuse_absurd, set_rows, upsert
from zuji.organizations.models import Organization
from zuji.search.actions import keep_findable
from zuji.service.footprints import footprints_of_activity, footprints_of_lecture
from zuji.service.models import Lecture, ServiceActivity
from zuji.service.queries.found import findable_of


class ActivityFields(TypedDict, total=False):
    """What is said of a service activity; a field that is not given stays as it is."""

    name: str
    organiser: str
    held_on: date
    status: str


class LectureFields(TypedDict, total=False):
    """What is said of a lecture; of the audience only how many."""

    kind: str
    topic: str
    held_on: date
    host: str
    audience_count: int | None
    status: str
    recorded_on: date | None
    confirmed_by: str


@transaction.atomic
def record_activity(
    organization: Organization, *, code: str, **fields: Unpack[ActivityFields]
) -> Recorded[ServiceActivity]:
    """Write a service activity of a committee, at which every member below is expected (C17)."""
    refuse_absurd(held_on=fields.get("held_on"))
    recorded = upsert(ServiceActivity, {"organization": organization, "code": code}, fields)
    if recorded.is_changed:
        sync(recorded.record, footprints_of_activity(recorded.record))
    return recorded


@transaction.atomic
def mark_attendance(activity: ServiceActivity, branch: Organization, *, marks: Mapping[int, str]) -> bool:
    """Mark who of a branch came to an activity; members who are not named keep their mark."""
    wanted = {who: {"mark": mark, "organization_id": branch.pk} for who, mark in marks.items()}
    is_changed = set_rows(activity.attendance, "member_id", wanted, is_all=False)
    if is_changed:
        sync(activity, footprints_of_activity(activity))
    return is_changed


@transaction.atomic
def record_lecture(
    organization: Organization,
    *,
    code: str,
    speakers: Sequence[int] | None = None,
    **fields: Unpack[LectureFields],
) -> Recorded[Lecture]:
    """Write a lecture and, where given, all its speakers, the first named first."""
    refuse_absurd(held_on=fields.get("held_on"), recorded_on=fields.get("recorded_on"))
    recorded = upsert(Lecture, {"organization": organization, "code": code}, fields)
    lecture = recorded.record
    has_new_speakers = False
    if speakers is not None:
        wanted = {who: {"position": position} for position, who in enumerate(speakers, start=1)}
        has_new_speakers = set_rows(lecture.speakers, "member_id", wanted, is_all=True)
    if recorded.is_changed or has_new_speakers:
        sync(lecture, footprints_of_lecture(lecture))
        keep_findable(lecture, findable_of(lecture))
    return Recorded(lecture, recorded.is_new, recorded.is_changed or has_new_speakers)
