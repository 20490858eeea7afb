"""Verbs of research: record a project and who took part."""

from collections.abc import Collection
from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.footprints.actions import sync
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd, set_rows, upsert
from zuji.organizations.models import Organization
from zuji.research.footprints import footprints_of
from zuji.research.models import ResearchProject
from zuji.research.queries import findable_of
from zuji.search.actions import keep_findable


class ProjectFields(TypedDict, total=False):
    """What is said of a project; a field that is not given stays as it is."""

    title: str
    from_on: date | None
    to_on: date | None
    is_collective: bool
    report_on: date | None


@transaction.atomic
def record_project(
    organization: Organization,
    *,
    code: str,
    participants: Collection[int] = (),
    **fields: Unpack[ProjectFields],
) -> Recorded[ResearchProject]:
    """Write a research project and the members named as having taken part; without a report it is a trip.

    Raises ZujiError where it ends before it begins, or for a report of research that was called off.
    """
    from_on, to_on = fields.get("from_on"), fields.get("to_on")
    refuse_absurd(from_on=from_on, to_on=to_on, report_on=fields.get("report_on"))
    if from_on and to_on and to_on < from_on:
        raise RecordingError("to_on", _("Research cannot end before it begins."))
    if (
        fields.get("report_on")
        and ResearchProject.objects.filter(organization=organization, code=code, called_off_on__isnull=False).exists()
    ):
        raise RecordingError("report_on", _("This research was called off; it has no report."))
    recorded = upsert(ResearchProject, {"organization": organization, "code": code}, fields)
    project = recorded.record
    has_joined = bool(participants) and _set_participants(project, participants)
    if recorded.is_changed or has_joined:
        sync(project, footprints_of(project))
        keep_findable(project, findable_of(project))
    return Recorded(project, recorded.is_new, recorded.is_changed or has_joined)


@transaction.atomic
def join_project(project: ResearchProject, *, participants: Collection[int]) -> bool:
    """Note members as having taken part; says whether anybody is new."""
    is_changed = _set_participants(project, participants)
    if is_changed:
        sync(project, footprints_of(project))
    return is_changed


def _set_participants(project: ResearchProject, participants: Collection[int]) -> bool:
    return set_rows(project.participations, "member_id", {who: {} for who in participants}, is_all=False)
