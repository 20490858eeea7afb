"""Verbs of contacts: record that somebody in office contacted a member."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.contacts.footprints import footprints_of
from zuji.contacts.models import MemberContact
from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd, upsert
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on


class ContactFields(TypedDict, total=False):
    """What is said of a contact: who, with whom, when and how; never what was talked about."""

    by_member_id: int
    member_id: int
    on: date
    form: str


@transaction.atomic
def record_contact(
    organization: Organization, *, code: str, **fields: Unpack[ContactFields]
) -> Recorded[MemberContact]:
    """Write a contact. One made out of office, or with who is no member that day, is kept and flagged (C11)."""
    refuse_absurd(on=fields.get("on"))
    recorded = upsert(MemberContact, {"organization": organization, "code": code}, fields)
    if recorded.is_changed:
        sync(recorded.record, footprints_of(recorded.record))
    return recorded


@transaction.atomic
def make_contact(
    branch: Organization, *, by_member: Member, member: Member, on: date, form: str, today: date
) -> Recorded[MemberContact]:
    """Record a contact from the branch's own page. The same two on the same day are one contact: a double tap is none.

    Raises RecordingError for a day to come, ZujiError for somebody who is not a member that day, or for oneself.
    """
    if on > today:
        raise RecordingError("on", _("That day is still to come."))
    if by_member == member:
        raise ZujiError(_("Nobody contacts themselves."))
    if not members_on(branch, on).filter(pk=member.pk).exists():
        raise ZujiError(_("%(name)s is not a member of this branch on that day.") % {"name": member})
    code = f"CT{on:%Y%m%d}-{by_member.pk}-{member.pk}"
    return record_contact(branch, code=code, by_member_id=by_member.pk, member_id=member.pk, on=on, form=form)


@transaction.atomic
def remove_contact(contact: MemberContact) -> None:
    """Take back a contact entered by mistake; its footprint is reversed and stays in the ledger."""
    sync(contact, [])
    contact.delete()
