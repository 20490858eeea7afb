"""One writer at a time: a gathering is locked, compared with what the writer saw, and its change is noted."""

from typing import Any

from django.utils.translation import gettext as _

from zuji.foundation.recording import StaleRecord


class StaleGathering(StaleRecord):
    """Somebody else has changed the gathering since the writer's page was opened."""


def locked(gathering: Any, *, seen: int | None = None) -> Any:
    """Lock a gathering for this transaction. `seen` is the revision the writer started from, None where none matters.

    Raises StaleGathering, naming who changed it last.
    """
    current = type(gathering).objects.select_for_update().get(pk=gathering.pk)
    current.organization = gathering.organization
    if seen is not None:
        refuse_stale(current, seen)
    return current


def refuse_stale(current: Any, seen: int) -> None:
    """Raise StaleGathering, naming who changed it last, unless it is as the writer saw it."""
    if current.revision != seen:
        last = current.events.last()
        by = last.by if last else ""
        raise StaleGathering(
            _("%(by)s has changed this meanwhile. What you entered is still here: compare both.")
            % {"by": by or _("Somebody")}
        )


def note_change(gathering: Any, what: str, *, by: str, note: str = "") -> None:
    """Raise the revision and remember who did what."""
    gathering.revision += 1
    gathering.save()
    gathering.events.create(what=what, by=by, note=note)
