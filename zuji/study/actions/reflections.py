"""Verbs of reflections: write, hand in, withdraw; enter one for a member; let the journal have it."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.entries.actions import enter_for, forget_entry
from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on
from zuji.study.footprints import footprints_of_reflection
from zuji.study.models import VISIBILITIES, StudyReflection


@dataclass(frozen=True)
class Written:
    """What is said: a title, the text, and how far it is read."""

    title: str
    text: str
    visibility: str

    def checked(self) -> "Written":
        """Give it without the spaces around. Raises RecordingError for no title, or an unknown reach."""
        if not self.title.strip():
            raise RecordingError("title", _("Please give it a title."))
        if self.visibility not in VISIBILITIES:
            raise RecordingError("visibility", _("Please say who may read it."))
        return Written(self.title.strip(), self.text.strip(), self.visibility)


@dataclass(frozen=True)
class Received:
    """How a reflection came to who enters it: on which day, and how it was told."""

    on: date
    ground: str


def _locked(reflection: StudyReflection) -> StudyReflection:
    current: StudyReflection = StudyReflection.objects.select_for_update().get(pk=reflection.pk)
    return current


def _refuse_taken(reflection: StudyReflection) -> None:
    if reflection.journal_taken_on is not None:
        raise ZujiError(_("The journal has it already, so it stays as it is."))


@transaction.atomic
def write_reflection(branch: Organization, member: Member, *, written: Written, on: date) -> Recorded[StudyReflection]:
    """Begin a reflection; nobody but its author reads a draft. The same draft twice is one.

    Raises ZujiError for somebody who is not a member of the branch.
    """
    said = written.checked()
    Member.objects.select_for_update().get(pk=member.pk)
    _refuse_stranger(branch, member, on)
    fields = {"title": said.title, "text": said.text, "visibility": said.visibility}
    there = StudyReflection.objects.filter(organization=branch, member=member, state="draft", **fields).first()
    if there is not None:
        return Recorded(there)
    reflection: StudyReflection = StudyReflection.objects.create(organization=branch, member=member, **fields)
    return Recorded(reflection, is_new=True, is_changed=True)


def _refuse_stranger(branch: Organization, member: Member, on: date) -> None:
    if not members_on(branch, on).filter(pk=member.pk).exists():
        raise ZujiError(_("%(name)s is not a member of this branch on that day.") % {"name": member})


@transaction.atomic
def change_reflection(reflection: StudyReflection, *, written: Written) -> StudyReflection:
    """Change a reflection or how far it is read; kept to oneself, the journal's consent ends with it.

    Raises ZujiError where the journal has it, RecordingError for one handed in that would be left without words.
    """
    said = written.checked()
    current = _locked(reflection)
    _refuse_taken(current)
    if current.state == "handed_in" and not said.text:
        raise RecordingError("text", _("There is nothing written yet."))
    current.title, current.text, current.visibility = said.title, said.text, said.visibility
    if said.visibility == "own":
        current.journal_consent_on = None
    current.save()
    return current


@transaction.atomic
def hand_in_reflection(reflection: StudyReflection, *, on: date) -> StudyReflection:
    """Hand a reflection in; twice, the first day stands. Raises ZujiError for one without words, or a stranger."""
    current = _locked(reflection)
    if current.state == "handed_in":
        return current
    if not current.text:
        raise ZujiError(_("There is nothing written yet."))
    _refuse_stranger(current.organization, current.member, on)
    current.state, current.handed_in_on = "handed_in", on
    current.save()
    sync(current, footprints_of_reflection(current))
    return current


@transaction.atomic
def withdraw_reflection(reflection: StudyReflection) -> StudyReflection:
    """Withdraw a reflection: a draft again, its footprint reversed, no consent. Raises ZujiError where it is taken."""
    current = _locked(reflection)
    _refuse_taken(current)
    current.state, current.handed_in_on, current.journal_consent_on = "draft", None, None
    current.save()
    sync(current, footprints_of_reflection(current))
    return current


@transaction.atomic
def remove_reflection(reflection: StudyReflection) -> None:
    """Throw a draft away. Raises ZujiError for one handed in: it is withdrawn first."""
    current = _locked(reflection)
    if current.state != "draft":
        raise ZujiError(_("It was handed in; withdraw it first."))
    forget_entry(current)
    current.delete()


@transaction.atomic
def enter_reflection(
    branch: Organization, member: Member, *, written: Written, received: Received, by: str, today: date
) -> Recorded[StudyReflection]:
    """Enter for a member what they wrote on paper; it is theirs from then on. The same twice is once.

    Raises RecordingError for a day to come, or before the branch was founded, or without words.
    """
    said = written.checked()
    refuse_absurd(on=received.on)
    if received.on > today:
        raise RecordingError("on", _("That day is still to come."))
    if branch.founded_month and received.on.strftime("%Y-%m") < branch.founded_month:
        founded = {"month": branch.founded_month}
        raise RecordingError("on", _("That is before the branch was founded (%(month)s).") % founded)
    if not said.text:
        raise RecordingError("text", _("There is nothing written yet."))
    Member.objects.select_for_update().get(pk=member.pk)
    _refuse_stranger(branch, member, received.on)
    same = {"title": said.title, "text": said.text, "handed_in_on": received.on}
    there = StudyReflection.objects.filter(organization=branch, member=member, state="handed_in", **same).first()
    if there is not None:
        return Recorded(there)
    reflection: StudyReflection = StudyReflection.objects.create(
        organization=branch,
        member=member,
        state="handed_in",
        visibility=said.visibility,
        entered_by=by[:40],
        **same,
    )
    enter_for(reflection, member, organization=branch, ground=received.ground, by=by, on=today)
    sync(reflection, footprints_of_reflection(reflection))
    return Recorded(reflection, is_new=True, is_changed=True)


@transaction.atomic
def consent_to_journal(reflection: StudyReflection, *, is_given: bool, on: date) -> StudyReflection:
    """Let the journal have a reflection, or take that back until the journal has it.

    Raises ZujiError for one that is not handed in or that only the author reads, and where it is taken.
    """
    current = _locked(reflection)
    _refuse_taken(current)
    if is_given and (current.state != "handed_in" or current.visibility == "own"):
        raise ZujiError(_("Hand it in first, and let at least the branch read it."))
    if is_given and current.journal_consent_on is None:
        current.journal_consent_on = on
    elif not is_given:
        current.journal_consent_on = None
    current.save()
    return current


@transaction.atomic
def take_for_journal(reflection: StudyReflection, *, on: date) -> StudyReflection:
    """Note that the journal took a reflection; twice, the first day stands. Raises ZujiError without consent."""
    current = _locked(reflection)
    if current.journal_consent_on is None:
        raise ZujiError(_("The author has not consented to this."))
    if current.journal_taken_on is None:
        current.journal_taken_on = on
        current.save()
    return current
