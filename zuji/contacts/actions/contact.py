"""Verbs of contacts: record that somebody in office contacted a member, vouch for it, take it back."""

from datetime import date
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.contacts.actions.refusing import is_own_hand, note_hand, refuse_impossible, refuse_stranger, writer_of
from zuji.contacts.footprints import footprints_of
from zuji.contacts.models import MemberContact, VisitOccasion
from zuji.contacts.queries import allowed_topics
from zuji.entries.actions import forget_entry
from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd, upsert
from zuji.organizations.models import Member, Organization


class ContactFields(TypedDict, total=False):
    """What is said of a contact: who, with whom, when and how; never what was talked about."""

    by_member_id: int
    member_id: int
    on: date
    form: str
    kind: str
    topic: str
    occasion: VisitOccasion | None
    recorded_on: date
    entered_by: str


class ContactSaid(TypedDict, total=False):
    """What a page says of a contact. `ground`: how its maker told, where somebody else enters it."""

    by_member: Member
    member: Member
    on: date
    form: str
    kind: str
    topic: str
    occasion: VisitOccasion | None
    ground: str


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
    branch: Organization, *, today: date, by: Any = None, **said: Unpack[ContactSaid]
) -> Recorded[MemberContact]:
    """Record a contact from the branch's own page. The same two on the same day are one contact: a double tap is none.

    Takes: `by`, the user who enters it, or None for its maker. A contact that turns out a talk or a visit becomes one.
    Entered late, it counts once somebody else has confirmed it (C1).
    Raises RecordingError for a day to come, a topic that the branch does not keep, or no ground where it is another's;
    ZujiError for somebody who is not a member that day, or for oneself.
    """
    by_member, member, on = said["by_member"], said["member"], said["on"]
    refuse_impossible(branch, field="on", on=on, today=today)
    if by_member == member:
        raise ZujiError(_("Nobody contacts themselves."))
    refuse_stranger(branch, member, on)
    topic = said.get("topic", "")
    if topic and topic not in allowed_topics(branch, on):
        raise RecordingError("topic", _("This branch does not keep what a contact is about."))
    code, kind = _code_and_kind(branch, said)
    fields: ContactFields = {"by_member_id": by_member.pk, "member_id": member.pk, "on": on, "form": said["form"]}
    fields |= {"kind": kind, "topic": topic, "occasion": said.get("occasion")}
    if not MemberContact.objects.of(branch).filter(code=code).exists():
        fields |= {"recorded_on": today, "entered_by": writer_of(by, by_member)}
    recorded = record_contact(branch, code=code, **fields)
    if recorded.is_changed or is_own_hand(by_member, by):
        note_hand(recorded.record, by_member, by=by, ground=said.get("ground", ""), on=today)
    return recorded


def _code_and_kind(branch: Organization, said: ContactSaid) -> tuple[str, str]:
    """Find the number under which a contact is kept, and what it is: no second tap makes less of it."""
    kind, occasion = said.get("kind", "contact"), said.get("occasion")
    if occasion is not None:
        return f"VS-{occasion.pk}", kind
    code = f"CT{said['on']:%Y%m%d}-{said['by_member'].pk}-{said['member'].pk}"
    there = MemberContact.objects.of(branch).filter(code=code).first()
    if there is None or there.kind in ("contact", kind):
        return code, kind
    return (code, there.kind) if kind == "contact" else (f"{code}-{kind[:1]}", kind)


@transaction.atomic
def confirm_contact(contact: MemberContact, *, by: str) -> MemberContact:
    """Vouch for a contact that was entered late, so that it counts (C1).

    Raises ZujiError where the one who entered it vouches, for that would be nobody else's word.
    """
    current: MemberContact = MemberContact.objects.select_for_update().get(pk=contact.pk)
    if current.entered_by == by:
        raise ZujiError(_("You entered this yourself; somebody else has to confirm it."))
    if not current.confirmed_by:
        current.confirmed_by = by
        current.save(update_fields=["confirmed_by", "updated_at"])
        sync(current, footprints_of(current))
    return current


@transaction.atomic
def remove_contact(contact: MemberContact) -> None:
    """Take back a contact entered by mistake; its footprint is reversed and stays in the ledger."""
    sync(contact, [])
    forget_entry(contact)
    contact.delete()
