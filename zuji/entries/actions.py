"""Verbs of entries for members: enter for somebody, agree or object, answer an objection."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.entries.models import ANSWERS, GROUNDS, EntryForMember
from zuji.footprints.facts import reference_to
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.organizations.models import Member, Organization


@transaction.atomic
def enter_for(
    record: Any, member: Member, *, organization: Organization, ground: str, by: str, on: date
) -> EntryForMember:
    """Note that a record of a member was entered by somebody else; entered anew, it waits for the member's word anew.

    Raises RecordingError for a ground that is none of GROUNDS.
    """
    if ground not in GROUNDS:
        raise RecordingError("ground", _("Please say how the member told you: by phone, on paper or in person."))
    said = {"member": member, "organization": organization, "ground": ground, "entered_by": by, "entered_on": on}
    said |= {"answer": "", "answered_on": None, "objection": "", "reply": "", "replied_by": "", "replied_on": None}
    entry, _is_new = EntryForMember.objects.update_or_create(about=reference_to(record), defaults=said)
    return entry


@transaction.atomic
def forget_entry(record: Any) -> None:
    """Drop the note when the record is taken back, or the member has entered it with their own hand."""
    EntryForMember.objects.filter(about=reference_to(record)).delete()


@transaction.atomic
def answer_entry(entry: EntryForMember, *, answer: str, objection: str = "", on: date) -> EntryForMember:
    """Let the member agree with what was entered, or object and say what is wrong.

    Raises RecordingError for an objection without words.
    """
    current: EntryForMember = EntryForMember.objects.select_for_update().get(pk=entry.pk)
    if answer not in ANSWERS:
        raise RecordingError("answer", _("Please say whether it is right."))
    if answer == "objected" and not objection.strip():
        raise RecordingError("objection", _("Please say what is wrong."))
    current.answer, current.answered_on = answer, on
    current.objection = objection.strip()[:300] if answer == "objected" else ""
    current.reply, current.replied_by, current.replied_on = "", "", None
    current.save()
    return current


@transaction.atomic
def reply_to_objection(entry: EntryForMember, *, reply: str, by: str, on: date) -> EntryForMember:
    """Answer an objection in writing. Raises ZujiError where there is none, RecordingError without words."""
    current: EntryForMember = EntryForMember.objects.select_for_update().get(pk=entry.pk)
    if current.answer != "objected":
        raise ZujiError(_("Nobody objects to this entry."))
    if not reply.strip():
        raise RecordingError("reply", _("Please write an answer."))
    current.reply, current.replied_by, current.replied_on = reply.strip()[:300], by, on
    current.save()
    return current
