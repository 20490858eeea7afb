"""At and after a gathering: it took place, and who came."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import set_rows
from zuji.gatherings.actions.locking import locked, note_change, refuse_stale
from zuji.gatherings.noun import GatheringNoun
from zuji.gatherings.queries import expected_at, guests_of, marks_of, visiting_member
from zuji.organizations.models.records import MARKS

MOST_GUESTS = 60


@dataclass(frozen=True)
class Roll:
    """Who came: marks by member id, for those expected that day; guests as (name, unit), None to keep what is."""

    marks: Mapping[int, str]
    guests: tuple[tuple[str, str], ...] | None = None


@transaction.atomic
def hold(noun: GatheringNoun, gathering: Any, *, roll: Roll, seen: int, on: date, by: str) -> Any:
    """Note that a gathering took place and who came; said again, it corrects.

    The first entry's day stays the day it was recorded (C1). Raises StaleGathering; ZujiError for one still to come or
    called off, a stranger, an unknown mark.
    """
    current = locked(gathering)
    has_same_guests = roll.guests is None or roll.guests == (() if current.status == "planned" else guests_of(current))
    if current.status == "held" and has_same_guests and marks_of(current) == dict(roll.marks):
        return current  # a double tap, or two who saw the same: nobody is in anybody's way
    refuse_stale(current, seen)
    if current.status == "cancelled":
        raise ZujiError(_("This was called off; plan a new one for the day it was made up."))
    if current.held_on > on:
        raise ZujiError(_("This is still to come; mark who came when it has begun."))
    strangers = set(roll.marks) - {member.pk for member in expected_at(current)}
    if strangers or set(roll.marks.values()) - set(MARKS):
        raise ZujiError(_("The list does not fit any more; load the page again."))
    if current.status == "planned":
        current.status, current.recorded_on = "held", on
    current.sign_in_key = ""
    set_marks(current, roll.marks)
    if not has_same_guests:
        _set_guests(current, roll.guests or ())
    note_change(current, "attendance", by=by)
    sync(current, noun.facts(current))
    return current


def set_marks(gathering: Any, marks: Mapping[int, str]) -> bool:
    """Write the marks of those named; the others keep theirs. Says whether any changed."""
    wanted = {who: {"mark": mark, "organization_id": gathering.organization_id} for who, mark in marks.items()}
    return set_rows(gathering.attendance, "member_id", wanted, is_all=False)


def _set_guests(gathering: Any, guests: tuple[tuple[str, str], ...]) -> None:
    rows = gathering.guests
    rows.all().delete()
    rows.model.objects.bulk_create(
        rows.model(
            **{rows.model.gathering_field: gathering},
            name=name,
            unit=unit,
            member=visiting_member(gathering, name, unit),
        )
        for name, unit in guests[:MOST_GUESTS]
    )


@transaction.atomic
def confirm(noun: GatheringNoun, gathering: Any, *, by: str) -> Any:
    """Vouch for a gathering that was entered late, so that it counts (C1).

    Raises ZujiError where the one who entered it vouches, for that would be nobody else's word.
    """
    current = locked(gathering)
    entered = current.events.filter(what="attendance").first()
    if entered is not None and entered.by == by:
        raise ZujiError(_("You entered this yourself; somebody else has to confirm it."))
    if not current.confirmed_by:
        current.confirmed_by = by
        note_change(current, "confirmed", by=by)
        sync(current, noun.facts(current))
    return current
