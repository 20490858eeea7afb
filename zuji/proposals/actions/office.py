"""Verbs of 社会职务: note a member's public office, take a wrong note back."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd
from zuji.organizations.actions import note_people_changed
from zuji.organizations.models import Member, Organization, PublicOffice


@transaction.atomic
def note_office(
    member: Member, *, kind: str, level: str, session: str = "", from_on: date, until_on: date | None = None
) -> Recorded[PublicOffice]:
    """Note a public office of a member from a day until another; said again, its end is corrected.

    Raises RecordingError where it ends before it begins, or for an unknown kind or level.
    """
    refuse_absurd(from_on=from_on, until_on=until_on)
    if kind not in PublicOffice.KINDS or level not in PublicOffice.LEVELS:
        raise RecordingError("kind", _("There is no such office."))
    if until_on is not None and until_on <= from_on:
        raise RecordingError("until_on", _("It would end before it begins."))
    Member.objects.select_for_update().get(pk=member.pk)
    rows = PublicOffice.objects.filter(member=member, kind=kind, level=level, from_on=from_on)
    office = rows.first() or PublicOffice(member=member, kind=kind, level=level, from_on=from_on)
    is_new = office.pk is None
    office.session, office.until_on = session.strip()[:20], until_on
    office.save()
    _note_changed(member)
    return Recorded(office, is_new=is_new, is_changed=True)


@transaction.atomic
def forget_office(office: PublicOffice) -> None:
    """Take back an office that was noted by mistake; one that ended gets its last day instead."""
    office.delete()
    _note_changed(office.member)


def _note_changed(member: Member) -> None:
    """Who holds an office may decide who owes a case (domain §12-B), so the member's branches are judged anew."""
    note_people_changed(*Organization.objects.filter(memberships__member=member))
