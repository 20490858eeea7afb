"""Verbs of contacts: record that somebody in office contacted a member."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from zuji.contacts.footprints import footprints_of
from zuji.contacts.models import MemberContact
from zuji.footprints.actions import sync
from zuji.foundation.recording import Recorded, refuse_absurd, upsert
from zuji.organizations.models import Organization


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
