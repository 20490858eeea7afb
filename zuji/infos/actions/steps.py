"""One step of an info's life at a time: locked, compared with what the writer saw, noted, and counted anew."""

from datetime import date

from django.utils.translation import gettext as _

from zuji.duplicates.actions import forget_text, remember_text
from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, lock_record, refuse_absurd
from zuji.infos.footprints import footprints_of
from zuji.infos.models import COUNTED_STATES, INFO_STATES, Info
from zuji.infos.queries.found import findable_of
from zuji.search.actions import keep_findable


def locked(info: Info, *, seen: int | None = None) -> Info:
    """Lock an info for this transaction. Raises StaleRecord where somebody changed it since the page was opened."""
    return lock_record(info, seen=seen)


def refuse_state(info: Info, allowed: tuple[str, ...]) -> None:
    """Refuse a step that its state does not allow. Raises ZujiError naming the state."""
    if info.state not in allowed:
        raise ZujiError(_("This is “%(state)s” now, so that cannot be done.") % {"state": INFO_STATES[info.state]})


def refuse_future(on: date, today: date, field: str = "on") -> None:
    """Refuse a day that is absurd or still to come. Raises RecordingError."""
    refuse_absurd(**{field: on})
    if on > today:
        raise RecordingError(field, _("That day is still to come."))


def note_step(info: Info, what: str, *, on: date, by: str, body: str = "", reason: str = "") -> None:
    """Save an info after a step, and remember the step."""
    info.revision += 1
    info.changed_by = by[:40]
    info.save()
    info.events.create(what=what, on=on, by=by[:40], body=body[:80], reason=reason[:300])


def count_anew(info: Info) -> None:
    """Post what it amounts to now, and let search and 查重 know a sent text and no other."""
    sync(info, footprints_of(info))
    keep_findable(info, findable_of(info))
    if info.state in COUNTED_STATES and info.text:
        remember_text(info, organization_id=info.organization_id, title=info.title, body=info.text)
    else:
        forget_text(info)
