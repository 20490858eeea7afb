"""Verbs of 社情民意信息: record one and who adopted it."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.clock import local_date
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd, upsert, validate
from zuji.infos.actions.steps import count_anew
from zuji.infos.models import Info, InfoOutcome
from zuji.organizations.models import Organization


class InfoFields(TypedDict, total=False):
    """What is said of an info; without a member it is the branch's own."""

    member_id: int | None
    title: str
    submitted_at: datetime
    channel: str
    duplicate_of: str
    recorded_on: date | None
    confirmed_by: str


@transaction.atomic
def record_info(
    organization: Organization,
    *,
    code: str,
    adopted_by: Collection[str] | None = None,
    **fields: Unpack[InfoFields],
) -> Recorded[Info]:
    """Write an info and, where given, all levels that have adopted it.

    A duplicate is kept as one (C8), a late entry as late (C1). Raises ZujiError for a duplicate of itself.
    """
    submitted_at = fields.get("submitted_at")
    refuse_absurd(submitted_at=submitted_at and local_date(submitted_at), recorded_on=fields.get("recorded_on"))
    if fields.get("duplicate_of") == code:
        raise RecordingError("duplicate_of", _("An info cannot be a duplicate of itself."))
    recorded = upsert(Info, {"organization": organization, "code": code}, fields)
    info = recorded.record
    has_new_outcomes = adopted_by is not None and _set_adopted(info, adopted_by)
    if recorded.is_changed or has_new_outcomes:
        count_anew(info)
    return Recorded(info, recorded.is_new, recorded.is_changed or has_new_outcomes)


def _set_adopted(info: Info, levels: Collection[str]) -> bool:
    """Make the plain adoptions those of the levels; one that names a body was entered with more care and stays."""
    adopted = list(info.outcomes.filter(kind="adopted"))
    gone = [outcome.pk for outcome in adopted if outcome.level not in levels and not outcome.body]
    if gone:
        info.outcomes.filter(pk__in=gone).delete()
    known = {outcome.level for outcome in adopted}
    new = [InfoOutcome(info=info, kind="adopted", level=level) for level in sorted(set(levels) - known)]
    for outcome in new:
        validate(outcome)
    InfoOutcome.objects.bulk_create(new)
    return bool(gone or new)
