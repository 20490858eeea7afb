"""Verbs of derivations: say that a record was written from another, or take that back."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.derivations.models import Derivation
from zuji.derivations.queries import chain_above
from zuji.footprints.facts import reference_to
from zuji.footprints.queries import records_of
from zuji.foundation.recording import Recorded, RecordingError
from zuji.organizations.models import Organization


@transaction.atomic
def derive(output: Any, source: str, *, organization: Organization, by: str, on: date) -> Recorded[Derivation]:
    """Say that `output` was written from the record that `source` refers to; said twice is said once.

    Takes: a source that the writer may read. Raises RecordingError at "source": no such record, itself, a circle.
    """
    reference = reference_to(output)
    if source not in records_of([source]):
        raise RecordingError("source", _("The record that this was written from is not there."))
    if reference == source or reference in chain_above(source):
        raise RecordingError("source", _("A record cannot be written from itself, nor from what was written from it."))
    derivation, is_new = Derivation.objects.get_or_create(
        source=source,
        output=reference,
        defaults={"organization": organization, "added_by": by[:40], "added_on": on},
    )
    return Recorded(derivation, is_new, is_new)


@transaction.atomic
def forget_derivation(output: Any, source: str) -> bool:
    """Take back that a record was written from another; says whether it was said."""
    gone, _rows = Derivation.objects.filter(source=source, output=reference_to(output)).delete()
    return bool(gone)
