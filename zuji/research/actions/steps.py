"""What the verbs of a project share: locking it, noting a step, keeping the ledger and the search in step."""

from datetime import date

from django.utils.translation import gettext as _

from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, lock_record, refuse_absurd
from zuji.research.footprints import footprints_of
from zuji.research.models import ResearchEvent, ResearchProject
from zuji.research.queries import findable_of
from zuji.search.actions import keep_findable


def open_project(project: ResearchProject, *, seen: int | None = None) -> ResearchProject:
    """Lock a project that may still be changed.

    Raises ZujiError once it is signed off or called off, StaleRecord for a page grown stale.
    """
    current = lock_record(project, seen=seen)
    if not current.is_open:
        raise ZujiError(_("This research is signed off or called off; it stays as it is."))
    return current


def note_step(project: ResearchProject, what: str, *, on: date, by: str, body: str = "", reason: str = "") -> None:
    """Write a step of its life down."""
    ResearchEvent.objects.create(project=project, what=what, on=on, by=by[:40], body=body[:80], reason=reason[:300])


def save_project(project: ResearchProject, *, by: str) -> None:
    """Save a project that was changed, with what it leaves in the ledger and in the search."""
    project.changed_by = by[:40]
    project.revision += 1
    project.save()
    sync(project, footprints_of(project))
    keep_findable(project, findable_of(project))


def refuse_future(field: str, on: date, today: date) -> None:
    """Refuse a day to come, or one that cannot be meant, for what has happened."""
    refuse_absurd(**{field: on})
    if on > today:
        raise RecordingError(field, _("That day is still to come."))


def require(field: str, words: str, sentence: str) -> str:
    """Give words without the spaces around them. Raises RecordingError where there are none."""
    said = words.strip()
    if not said:
        raise RecordingError(field, sentence)
    return said
