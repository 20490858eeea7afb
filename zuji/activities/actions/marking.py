"""A branch marks a node day, or says why not; who of it came to a node day or a theme activity."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.activities.footprints import footprints_of_activity, footprints_of_observance
from zuji.activities.models import NodeDay, NodeDayObservance, ThemeActivity
from zuji.activities.queries import marks_at
from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd, set_rows, upsert
from zuji.gatherings.actions import StaleGathering
from zuji.organizations.models import Organization
from zuji.organizations.models.records import MARKS
from zuji.organizations.queries import owing_on


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
    _refuse_strangers(branch, marking.held_on, marking.marks)
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
    _set_marks(node_day, branch, marking.marks)
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


def _set_marks(event: NodeDay | ThemeActivity, branch: Organization, marks: Mapping[int, str]) -> None:
    wanted = {who: {"mark": mark, "organization_id": branch.pk} for who, mark in marks.items()}
    set_rows(event.attendance, "member_id", wanted, is_all=False)


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


def _refuse_strangers(branch: Organization, on: date, marks: Mapping[int, str]) -> None:
    strangers = set(marks) - set(owing_on(branch, on).values_list("pk", flat=True))
    if strangers or set(marks.values()) - set(MARKS):
        raise ZujiError(_("The list does not fit any more; load the page again."))


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
    if not reason.strip():
        raise RecordingError("reason", _("Please give a reason."))
    current: ThemeActivity = ThemeActivity.objects.select_for_update().get(pk=activity.pk)
    current.status, current.cancel_reason = "cancelled", reason.strip()[:120]
    current.save()
    sync(current, footprints_of_activity(current))
    return current


@transaction.atomic
def attend_activity(
    activity: ThemeActivity, branch: Organization, *, marks: Mapping[int, str], seen: str, today: date
) -> ThemeActivity:
    """Note who of a branch came to a theme activity; the first branch's list says that it took place.

    `seen` is `marks_signature` of what the page showed. Raises StaleGathering where somebody else saved other marks
    meanwhile, ZujiError for one to come or called off, a stranger, an unknown mark.
    """
    current: ThemeActivity = ThemeActivity.objects.select_for_update().get(pk=activity.pk)
    saved = marks_at(current, branch)
    if current.status == "held" and saved == dict(marks):
        return current
    if marks_signature(saved) != seen:
        raise StaleGathering(
            _("%(by)s has changed this meanwhile. What you entered is still here: compare both.")
            % {"by": _("Somebody")}
        )
    if current.status == "cancelled":
        raise ZujiError(_("This was called off; plan a new one for the day it was made up."))
    if current.held_on > today:
        raise ZujiError(_("This is still to come; mark who came when it has begun."))
    _refuse_strangers(branch, current.held_on, marks)
    current.status = "held"
    current.save()
    _set_marks(current, branch, marks)
    sync(current, footprints_of_activity(current))
    return current


def marks_signature(marks: Mapping[int, str]) -> str:
    """Write marks so that a page can say which it showed."""
    return ";".join(f"{who}:{mark}" for who, mark in sorted(marks.items()))
