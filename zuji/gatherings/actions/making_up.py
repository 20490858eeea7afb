"""补学: studying afterwards what was missed."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.entries.actions import enter_for, forget_entry
from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings.actions.locking import locked, note_change
from zuji.gatherings.footprints import footprints_of_make_up
from zuji.gatherings.queries import may_make_up
from zuji.organizations.models import Member


@transaction.atomic
def make_up(  # noqa: PLR0913 - what is said of it, each by its name
    gathering: Any, member: Member, *, studied_on: date, note: str, today: date, by: str, ground: str = "own"
) -> Any:
    """Note that somebody who was not there studied it afterwards; noted again, the new words stand.

    Raises RecordingError for a day to come or before the gathering, ZujiError for one not held, or somebody who came.
    """
    current = locked(gathering)
    if current.status != "held":
        raise ZujiError(_("It has not taken place: there is nothing to make up."))
    if studied_on > today:
        raise RecordingError("studied_on", _("That day is still to come."))
    if studied_on < current.held_on:
        raise RecordingError("studied_on", _("That is before the day it was held."))
    if member not in may_make_up(current):
        raise ZujiError(_("%(name)s was there, or was not expected: there is nothing to make up.") % {"name": member})
    said = {"studied_on": studied_on, "note": note.strip()[:120], "ground": ground, "entered_by": by}
    made, _is_new = current.make_ups.update_or_create(
        member=member, defaults=said | {"organization_id": current.organization_id}
    )
    if ground == "own":
        forget_entry(made)
    else:
        enter_for(made, member, organization=current.organization, ground=ground, by=by, on=today)
    note_change(current, "made_up", by=by, note=member.name)
    sync(made, footprints_of_make_up(made))
    return made


@transaction.atomic
def take_back_make_up(make_up: Any, *, by: str) -> None:
    """Take back a make-up noted by mistake; its footprint is reversed and stays in the ledger."""
    current = locked(make_up.gathering)
    note_change(current, "make_up_removed", by=by, note=make_up.member.name)
    sync(make_up, [])
    forget_entry(make_up)
    make_up.delete()
