"""The itinerary of a project, stop by stop."""

from datetime import date, time
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.attachments.actions import detach_all
from zuji.foundation.recording import Recorded, RecordingError, lock_record, refuse_absurd, validate
from zuji.research.actions.steps import note_step, open_project, require, save_project
from zuji.research.models import ItineraryStop, ResearchProject


class StopFields(TypedDict, total=False):
    """What is said of a stop beside its day and place."""

    from_at: time | None
    to_at: time | None
    whom: str
    accompanied_by: str
    notes: str
    has_consent: bool


@transaction.atomic
def note_stop(
    project: ResearchProject,
    *,
    on: date,
    place: str,
    by: str,
    stop: ItineraryStop | None = None,
    seen: int | None = None,
    **fields: Unpack[StopFields],
) -> Recorded[ItineraryStop]:
    """Note a place where the researchers are or were; the first one says that the project is under way.

    Takes: `stop` and `seen` to change one that is there. The same place at the same time is one stop.
    Raises RecordingError without a place or where it ends before it begins, StaleRecord, ZujiError.
    """
    current = open_project(project)
    where = require("place", place, _("Please name the place."))
    refuse_absurd(on=on)
    from_at, to_at = fields.get("from_at"), fields.get("to_at")
    if from_at and to_at and to_at < from_at:
        raise RecordingError("to_at", _("It cannot end before it begins."))
    same = ItineraryStop.objects.filter(project=current, on=on, place=where, from_at=from_at).first()
    if stop is not None:
        if same is not None and same.pk != stop.pk:
            raise RecordingError("place", _("There is a stop at this place and time already."))
        same = lock_record(stop, seen=seen)
    elif same is not None:
        return Recorded(same)
    row = same or ItineraryStop(project=current)
    is_new = row.pk is None
    row.on, row.place, row.changed_by = on, where, by[:40]
    for name, value in fields.items():
        setattr(row, name, value)
    row.revision += 1
    validate(row)
    row.save()
    if current.begun_on is None:
        current.begun_on = on
        note_step(current, "begun", on=on, by=by, body=where)
        save_project(current, by=by)
    return Recorded(row, is_new, is_changed=True)


@transaction.atomic
def remove_stop(stop: ItineraryStop, *, by: str) -> None:
    """Take a stop and its pictures back. Raises ZujiError once the project is signed off or called off."""
    current = open_project(stop.project)
    if not (row := ItineraryStop.objects.filter(project=current, pk=stop.pk).first()):
        return
    detach_all(row, by=by)
    row.delete()
