"""What research became, where that is no record of another app: a speech, a paper, an article."""

from datetime import date
from typing import Required, TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.recording import Recorded, free_code, refuse_absurd, validate
from zuji.organizations.models import Member, Organization
from zuji.research.actions.steps import refuse_future, require
from zuji.research.models import PlenarySpeech, ResearchConversion, ResearchProject
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


class OutputFields(TypedDict):
    """What is said of an output that is no record here."""

    kind: str
    title: str
    on: date
    note: str


@transaction.atomic
def record_speech(branch: Organization, *, by: str, **fields: Unpack[SpeechFields]) -> Recorded[PlenarySpeech]:
    """Record a speech to a plenary; the same title on the same day is one speech.

    Raises RecordingError without title or body, or for a form or level that is not known.
    """
    said = require("title", fields["title"], _("Please give the title."))
    where = require("body", fields["body"], _("Please name the body."))
    on = fields["on"]
    refuse_absurd(on=on)
    Organization.objects.select_for_update().get(pk=branch.pk)
    existing = PlenarySpeech.objects.of(branch).filter(on=on, title=said).first()
    if existing is not None:
        return Recorded(existing)
    speech = PlenarySpeech(
        organization=branch,
        code=free_code(PlenarySpeech.objects.of(branch), f"SP{on.year}"),
        title=said,
        form=fields["form"],
        body=where,
        level=fields["level"],
        on=on,
        speaker=fields.get("speaker"),
        text=fields.get("text", "").strip(),
        changed_by=by[:40],
        revision=1,
    )
    validate(speech)
    speech.save()
    keep_findable(speech, findable_of_speech(speech))
    return Recorded(speech, is_new=True, is_changed=True)


@transaction.atomic
def add_conversion(
    project: ResearchProject, *, by: str, today: date, **fields: Unpack[OutputFields]
) -> Recorded[ResearchConversion]:
    """Note an output that is no record here; the same kind and title is one. Raises RecordingError."""
    said, kind, on = require("title", fields["title"], _("Please give the title.")), fields["kind"], fields["on"]
    refuse_future("on", on, today)
    current = ResearchProject.objects.select_for_update().get(pk=project.pk)
    row = ResearchConversion(
        project=current, kind=kind, title=said, on=on, note=fields["note"].strip(), added_by=by[:40]
    )
    validate(row)
    existing = current.conversions.filter(kind=kind, title=said).first()
    if existing is not None:
        return Recorded(existing)
    row.save()
    return Recorded(row, is_new=True, is_changed=True)


@transaction.atomic
def remove_conversion(conversion: ResearchConversion) -> None:
    """Take an output back that was noted by mistake."""
    ResearchConversion.objects.filter(pk=conversion.pk).delete()
