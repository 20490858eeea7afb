"""A branch marks a node day, or says why not; who of it came to a node day or a theme activity."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.activities.footprints import footprints_of_activity, footprints_of_observance
from zuji.activities.models import NodeDay, NodeDayObservance, ThemeActivity
from zuji.footprints.actions import sync
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd, upsert
from zuji.gatherings.actions import (
    StaleGathering,
    call_off_shared,
    refuse_strangers,
    set_branch_marks,
    write_branch_list,
)
from zuji.gatherings.queries import marks_at
from zuji.organizations.models import Organization


@dataclass(frozen=True)
class Marking:
    """How a branch marked a node day: when, in what form, and who came, as marks by member id."""

    held_on: date
    form: str
    marks: Mapping[int, str]


@transaction.atomic
def observe(
    node_day: NodeDay, branch: Organization, *, marking: Marking, seen: int, today: date, by: str
) -> NodeDayObservance:
    """Note that a branch marked a node day and who came; said again, it corrects. A double tap changes nothing.

    Outside the window it is kept and does not fulfil (C18). Raises StaleGathering for a page grown stale;
    RecordingError for a day to come or before the branch was founded; ZujiError for a stranger or an unknown mark.
    """
    _refuse_day(branch, marking.held_on, today)
    refuse_strangers(branch, marking.held_on, marking.marks)
    observance = _locked(node_day, branch)
    said = {
        "held_on": marking.held_on,
        "form": marking.form.strip()[:40],
        "status": "held",
        "cancel_reason": "",
    }
    if _says(observance, said) and marks_at(node_day, branch) == dict(marking.marks):
        return observance
    _refuse_stale(observance, seen)
    _write(observance, said, by=by)
    set_branch_marks(node_day, branch, marking.marks)
    sync(observance, footprints_of_observance(observance))
    return observance


@transaction.atomic
def call_off_observance(
    node_day: NodeDay, branch: Organization, *, reason: str, seen: int, by: str
) -> NodeDayObservance:
    """Say why a branch did not mark a node day: that is kept, and the day is not fulfilled by it.

    Raises RecordingError without a reason, StaleGathering for a page grown stale.
    """
    if not reason.strip():
        raise RecordingError("reason", _("Please give a reason."))
    observance = _locked(node_day, branch)
    said = {"held_on": None, "status": "cancelled", "cancel_reason": reason.strip()[:120]}
    if not _says(observance, said):
        _refuse_stale(observance, seen)
        _write(observance, said, by=by)
        sync(observance, footprints_of_observance(observance))
    return observance


def _locked(node_day: NodeDay, branch: Organization) -> NodeDayObservance:
    rows = NodeDayObservance.objects.select_for_update()
    observance: NodeDayObservance
    observance, _is_new = rows.get_or_create(node_day=node_day, organization=branch, defaults={"status": "planned"})
    return observance


def _says(observance: NodeDayObservance, said: Mapping[str, Any]) -> bool:
    return all(getattr(observance, name) == value for name, value in said.items())


def _refuse_stale(observance: NodeDayObservance, seen: int) -> None:
    if observance.revision != seen:
        raise StaleGathering(
            _("%(by)s has changed this meanwhile. What you entered is still here: compare both.")
            % {"by": observance.changed_by or _("Somebody")}
        )


def _write(observance: NodeDayObservance, said: Mapping[str, Any], *, by: str) -> None:
    for name, value in said.items():
        setattr(observance, name, value)
    observance.revision += 1
    observance.changed_by = by
    observance.save()


def _refuse_day(branch: Organization, held_on: date, today: date) -> None:
    refuse_absurd(held_on=held_on)
    if held_on > today:
        raise RecordingError("held_on", _("That day is still to come."))
    if branch.founded_month and held_on.strftime("%Y-%m") < branch.founded_month:
        founded = {"month": branch.founded_month}
        raise RecordingError("held_on", _("That is before the branch was founded (%(month)s).") % founded)


@transaction.atomic
def plan_activity(
    organization: Organization, *, name: str, held_on: date, organiser: str, venue: str
) -> Recorded[ThemeActivity]:
    """Plan a theme activity for everybody below; the same name on the same day is the same one.

    Raises RecordingError for an absurd day.
    """
    refuse_absurd(held_on=held_on)
    Organization.objects.select_for_update().get(pk=organization.pk)
    there = ThemeActivity.objects.filter(organization=organization, name=name, held_on=held_on).first()
    if there is not None:
        return Recorded(there)
    taken = ThemeActivity.objects.filter(organization=organization, held_on=held_on).count()
    code = f"AC{held_on:%Y%m%d}-{taken + 1}"
    fields = {"name": name, "held_on": held_on, "organiser": organiser, "venue": venue, "status": "planned"}
    return upsert(ThemeActivity, {"organization": organization, "code": code}, fields)


@transaction.atomic
def call_off_activity(activity: ThemeActivity, *, reason: str) -> ThemeActivity:
    """Call a theme activity off, with a reason: it is then not owed (C17)."""
    current: ThemeActivity = call_off_shared(activity, reason=reason)
    sync(current, footprints_of_activity(current))
    return current


@transaction.atomic
def attend_activity(
    activity: ThemeActivity, branch: Organization, *, marks: Mapping[int, str], seen: str, today: date
) -> ThemeActivity:
    """Note who of a branch came to a theme activity; see `gatherings.actions.write_branch_list`."""
    current, is_changed = write_branch_list(activity, branch, marks=marks, seen=seen, today=today)
    if is_changed:
        sync(current, footprints_of_activity(current))
    return current  # type: ignore[no-any-return]
