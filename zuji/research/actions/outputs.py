"""What research became, where that is no record at all: a paper, an article."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.recording import Recorded, validate
from zuji.research.actions.steps import refuse_future, require
from zuji.research.models import ResearchConversion, ResearchProject


class OutputFields(TypedDict):
    """What is said of an output that is no record here."""

    kind: str
    title: str
    on: date
    note: str


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
