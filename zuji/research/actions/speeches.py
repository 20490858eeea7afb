"""Speeches to plenaries: entered, and put right afterwards."""

from collections.abc import Collection
from datetime import date
from typing import Any, Required, TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.numbers import NOTHING, day
from zuji.foundation.recording import Recorded, RecordingError, free_code, lock_record, refuse_absurd, validate
from zuji.organizations.models import Member, Organization
from zuji.research.actions.steps import require
from zuji.research.models import SPEECH_WORDS, PlenarySpeech
from zuji.research.queries import findable_of_speech
from zuji.search.actions import keep_findable


class SpeechFields(TypedDict, total=False):
    """What is said of a speech."""

    title: Required[str]
    form: Required[str]
    body: Required[str]
    level: Required[str]
    on: Required[date]
    speaker: Member | None
    text: str


@transaction.atomic
def record_speech(
    branch: Organization, *, by: str, today: date, **fields: Unpack[SpeechFields]
) -> Recorded[PlenarySpeech]:
    """Record a speech to a plenary; the same title on the same day is one speech.

    Raises RecordingError without title or body, or for a form or level that is not known.
    """
    said, on = _clean(fields), fields["on"]
    Organization.objects.select_for_update().get(pk=branch.pk)
    existing = PlenarySpeech.objects.of(branch).filter(on=on, title=said["title"]).first()
    if existing is not None:
        return Recorded(existing)
    speech = PlenarySpeech(
        organization=branch,
        code=free_code(PlenarySpeech.objects.of(branch), f"SP{on.year}"),
        **said,
    )
    _save(speech, "entered", on=today, by=by)
    return Recorded(speech, is_new=True, is_changed=True)


@transaction.atomic
def change_speech(
    speech: PlenarySpeech, *, seen: int, by: str, today: date, **fields: Unpack[SpeechFields]
) -> PlenarySpeech:
    """Put right what is said of a speech; its steps keep what stood there before. The same again changes nothing.

    Takes: the revision the writer began from. Raises StaleRecord, and RecordingError as `record_speech` or where
    another speech has this title on this day.
    """
    current = lock_record(speech)
    said = _clean(fields)
    before = [name for name, value in said.items() if getattr(current, name) != value]
    if not before:
        return current
    current = lock_record(speech, seen=seen)
    others = PlenarySpeech.objects.of(current.organization).exclude(pk=current.pk)
    if others.filter(on=said["on"], title=said["title"]).exists():
        raise RecordingError("title", _("There is a speech with this title on this day already."))
    words = _words(current, before)
    for name, value in said.items():
        setattr(current, name, value)
    _save(current, "changed", on=today, by=by, reason=words)
    return current


def _clean(fields: SpeechFields) -> dict[str, Any]:
    refuse_absurd(on=fields["on"])
    return {
        "title": require("title", fields["title"], _("Please give the title.")),
        "body": require("body", fields["body"], _("Please name the body.")),
        "form": fields["form"],
        "level": fields["level"],
        "on": fields["on"],
        "speaker": fields.get("speaker"),
        "text": fields.get("text", "").strip(),
    }


def _words(speech: PlenarySpeech, names: Collection[str]) -> str:
    """Say what stood in fields before; of a long text only that it was another."""
    said = []
    for name in names:
        shown = getattr(speech, f"get_{name}_display", None)
        value = day(speech.on) if name == "on" else shown() if shown else getattr(speech, name)
        said.append(str(SPEECH_WORDS[name]) if name == "text" else f"{SPEECH_WORDS[name]}：{value or NOTHING}")
    return "；".join(said)


def _save(speech: PlenarySpeech, what: str, *, on: date, by: str, reason: str = "") -> None:
    speech.changed_by = by[:40]
    speech.revision += 1
    validate(speech)
    speech.save()
    speech.events.create(what=what, on=on, by=by[:40], reason=reason[:300])
    keep_findable(speech, findable_of_speech(speech))
