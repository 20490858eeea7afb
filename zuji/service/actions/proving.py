"""A lecture was given: how many came and what proves it; vouched for when entered late; shown to the public."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, lock_record, validate
from zuji.service.actions.lectures import note_step
from zuji.service.models import EVIDENCE, Lecture


@dataclass(frozen=True)
class Proof:
    """How it went: the headcount, hours, what proves it, what the audience said of it in tenths, and the press."""

    audience_count: int | None = None
    is_estimated: bool = False
    lecture_hours: Decimal | None = None
    evidence: tuple[str, ...] = ()
    has_school_consent: bool = False
    feedback_tenths: int | None = None
    feedback_count: int | None = None
    press_links: str = ""


@transaction.atomic
def hold_lecture(lecture: Lecture, *, proof: Proof, seen: int, on: date, by: str) -> Lecture:
    """Note that a lecture was given and what proves it; said again, it corrects. A double tap changes nothing.

    It counts with or without its proof; the page says what is missing. The first entry's day stays the day it was
    recorded (C1). Raises StaleRecord; ZujiError for one to come or called off; RecordingError for a headcount that
    cannot be, an unknown proof, or an average without answers.
    """
    _refuse_proof(proof)
    current = lock_record(lecture)
    said = {**vars(proof), "evidence": [code for code in EVIDENCE if code in proof.evidence]}
    if current.status == "held" and all(getattr(current, name) == value for name, value in said.items()):
        return current
    current = lock_record(lecture, seen=seen)
    if current.status == "cancelled":
        raise ZujiError(_("This was called off; plan a new one for the day it was made up."))
    if current.held_on > on:
        raise ZujiError(_("This lecture is still to come; note how it went when it has been given."))
    if current.status == "planned":
        current.status, current.recorded_on = "held", on
        what = "held"
    else:
        what = "proved"
    for name, value in said.items():
        setattr(current, name, value)
    validate(current)
    note_step(current, what, on=on, by=by)
    return current


def _refuse_proof(proof: Proof) -> None:
    if proof.audience_count is not None and proof.audience_count < 0:
        raise RecordingError("audience_count", _("A headcount is nought or more."))
    if set(proof.evidence) - set(EVIDENCE):
        raise RecordingError("evidence", _("Choose from the list."))
    if (proof.feedback_tenths is None) != (not proof.feedback_count):
        raise RecordingError("feedback_count", _("An average comes with the number of answers."))


@transaction.atomic
def confirm_lecture(lecture: Lecture, *, on: date, by: str) -> Lecture:
    """Vouch for a lecture that was entered late, so that it counts (C1). Twice is once.

    Raises ZujiError where the one who entered it vouches, or where it was not given.
    """
    current = lock_record(lecture)
    if current.status != "held":
        raise ZujiError(_("Only a lecture that was given can be confirmed."))
    entered = current.events.filter(what="held").first()
    if entered is not None and entered.by == by:
        raise ZujiError(_("You entered this yourself; somebody else has to confirm it."))
    if not current.confirmed_by:
        current.confirmed_by = by
        note_step(current, "confirmed", on=on, by=by)
    return current


@transaction.atomic
def publish_lecture(lecture: Lecture, *, is_published: bool, shows_speakers: bool, on: date, by: str) -> Lecture:
    """Put a lecture on the public page or take it off; the speakers' names only where they agreed.

    Raises ZujiError for one called off that is to be shown.
    """
    current = lock_record(lecture)
    if is_published and current.status == "cancelled":
        raise ZujiError(_("This was called off; plan a new one for the day it was made up."))
    shows_speakers = shows_speakers and is_published
    if (current.is_published, current.shows_speakers) != (is_published, shows_speakers):
        current.is_published, current.shows_speakers = is_published, shows_speakers
        note_step(current, "published" if is_published else "unpublished", on=on, by=by)
    return current
