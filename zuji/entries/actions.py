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
    about = reference_to(record)
    before = EntryForMember.objects.select_for_update().filter(about=about).first()
    said["revision"] = before.revision + 1 if before else 0
    entry, _is_new = EntryForMember.objects.update_or_create(about=about, defaults=said)
    return entry


@transaction.atomic
def forget_entry(record: Any) -> None:
    """Drop the note when the record is taken back, or the member has entered it with their own hand."""
    EntryForMember.objects.filter(about=reference_to(record)).delete()


@transaction.atomic
def answer_entry(
    entry: EntryForMember, *, answer: str, objection: str = "", on: date, seen: int | None = None
) -> EntryForMember:
    """Let the member agree with what was entered, or object and say what is wrong. Said again, nothing changes.

    Takes: `seen`, the revision that the page showed.
    Raises RecordingError for an objection without words, ZujiError for what was entered anew meanwhile.
    """
    current: EntryForMember = EntryForMember.objects.select_for_update().get(pk=entry.pk)
    if seen is not None and seen != current.revision:
        raise ZujiError(_("This was entered anew meanwhile; please look again."))
    if answer not in ANSWERS:
        raise RecordingError("answer", _("Please say whether it is right."))
    if answer == "objected" and not objection.strip():
        raise RecordingError("objection", _("Please say what is wrong."))
    words = objection.strip()[:300] if answer == "objected" else ""
    if (current.answer, current.objection) == (answer, words):
        return current
    current.answer, current.answered_on, current.objection = answer, on, words
    current.reply, current.replied_by, current.replied_on = "", "", None
    current.save()
    return current


@transaction.atomic
def reply_to_objection(entry: EntryForMember, *, reply: str, by: str, on: date) -> EntryForMember:
    """Answer an objection in writing, once; the same words again change nothing.

    Raises ZujiError where there is none or another answer stands, RecordingError without words.
    """
    current: EntryForMember = EntryForMember.objects.select_for_update().get(pk=entry.pk)
    if current.answer != "objected":
        raise ZujiError(_("Nobody objects to this entry."))
    if not reply.strip():
        raise RecordingError("reply", _("Please write an answer."))
    words = reply.strip()[:300]
    if current.reply == words:
        return current
    if current.reply:
        raise ZujiError(_("%(name)s has answered this already.") % {"name": current.replied_by})
    current.reply, current.replied_by, current.replied_on = words, by, on
    current.save()
    return current
