"""Verbs of the list of grounds for not filing: add one, end one. What was once decided on a ground keeps it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, free_code, validate
from zuji.organizations.models import Organization
from zuji.proposals.models import FilingGround
from zuji.proposals.queries.grounds import ground_of, grounds_of


@transaction.atomic
def add_ground(
    organization: Organization, *, label: str, from_on: date, source: str, by: str, today: date
) -> Recorded[FilingGround]:
    """Add a ground for an organization and all below it; the same words, still in force, are the same ground.

    Raises RecordingError without words or a source, or for a day of a year that is over.
    """
    words = label.strip()
    if not words:
        raise RecordingError("label", _("Please say what the ground is."))
    _refuse_past(from_on, today, "from_on")
    Organization.objects.select_for_update().get(pk=organization.pk)
    for ground in grounds_of(organization):
        if str(ground.label) == words and (ground.until_on is None or ground.until_on > from_on):
            if ground.row is None or ground.row.organization_id != organization.pk:
                raise RecordingError("label", _("This ground is on the list already."))
            return Recorded(ground.row)
    row = FilingGround(
        organization=organization,
        code=free_code(FilingGround.objects.filter(organization=organization), f"G{from_on:%Y%m%d}-{organization.pk}"),
        label=words,
        from_on=from_on,
        source=_sourced(source),
        set_by=by[:40],
    )
    validate(row)
    row.save()
    return Recorded(row, is_new=True, is_changed=True)


@transaction.atomic
def end_ground(
    organization: Organization, *, code: str, until_on: date, source: str, by: str, today: date
) -> FilingGround:
    """End a ground for an organization and all below it: `until_on` is the first day on which it no longer holds.

    One from above, or as shipped, ends here only. Said again, the day is corrected.
    Raises ZujiError for an unknown ground, RecordingError for a day of a year that is over or before it began.
    """
    Organization.objects.select_for_update().get(pk=organization.pk)
    ground = ground_of(organization, code)
    if ground is None:
        raise ZujiError(_("There is no such ground."))
    _refuse_past(until_on, today, "until_on")
    if until_on <= ground.from_on:
        raise RecordingError("until_on", _("It would end before it begins."))
    row = ground.row
    if row is None or row.organization_id != organization.pk:
        row = FilingGround(
            organization=organization,
            code=code,
            label=row.label if row else code,
            from_on=ground.from_on,
            source=row.source if row else "",
            set_by=row.set_by if row else "",
        )
    if row.until_on is not None and row.until_on < date(today.year, 1, 1):
        raise ZujiError(_("It ended in a year that is over; what was decided then stays as it was."))
    row.until_on, row.end_source, row.ended_by = until_on, _sourced(source), by[:40]
    validate(row)
    row.save()
    return row


def _sourced(source: str) -> str:
    if not source.strip():
        raise RecordingError("source", _("Please name the rule or the decision it rests on."))
    return source.strip()


def _refuse_past(on: date, today: date, field: str) -> None:
    if not date(today.year, 1, 1) <= on <= date(today.year + 2, 12, 31):
        raise RecordingError(field, _("From this year on, at most two years ahead; the years past stay as they were."))
