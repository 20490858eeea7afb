"""Verbs of 提案素材: write it, hand it to the branch."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.entries.actions import enter_for
from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, free_code, lock_record, validate
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on
from zuji.proposals.footprints import footprints_of_material
from zuji.proposals.models import ProposalMaterial


@transaction.atomic
def write_material(  # noqa: PLR0913 - what is said of a material, each by its name
    organization: Organization, *, member: Member, title: str, text: str, on: date, by: str, ground: str = ""
) -> Recorded[ProposalMaterial]:
    """Write a material, not yet handed in; the same words again are one material.

    Takes: `ground`, where somebody else writes it down: how the member told.
    Raises RecordingError without a title, or for who is not a member of the branch that day.
    """
    subject = title.strip()
    if not subject:
        raise RecordingError("title", _("Please give its subject."))
    Organization.objects.select_for_update().get(pk=organization.pk)
    if not members_on(organization, on).filter(pk=member.pk).exists():
        raise RecordingError("member", _("%(name)s is not a member of this branch.") % {"name": member.name})
    there = ProposalMaterial.objects.of(organization).filter(member=member, title=subject, text=text).first()
    if there is not None:
        return Recorded(there)
    code = free_code(ProposalMaterial.objects.of(organization), f"PM{on:%Y%m%d}")
    material = ProposalMaterial(
        organization=organization, code=code, member=member, title=subject, text=text, changed_by=by[:40]
    )
    validate(material)
    material.save()
    if ground:
        enter_for(material, member, organization=organization, ground=ground, by=by, on=on)
    return Recorded(material, is_new=True, is_changed=True)


@transaction.atomic
def change_material(material: ProposalMaterial, *, title: str, text: str, seen: int | None, by: str) -> None:
    """Change a material until it is taken up. Raises StaleRecord, RecordingError, ZujiError once it is taken up."""
    current = lock_record(material, seen=seen)
    if current.taken_up_in_id is not None:
        raise ZujiError(_("A proposal was written from it; the text goes on there."))
    if not title.strip():
        raise RecordingError("title", _("Please give its subject."))
    current.title, current.text = title.strip(), text
    current.revision += 1
    current.changed_by = by[:40]
    validate(current)
    current.save()


@transaction.atomic
def hand_in_material(material: ProposalMaterial, *, on: date, today: date) -> ProposalMaterial:
    """Hand a material to the branch; from that day it counts for its author. Twice is once.

    Raises ZujiError for an empty one, RecordingError for a day to come.
    """
    current: ProposalMaterial = ProposalMaterial.objects.select_for_update().get(pk=material.pk)
    if on > today:
        raise RecordingError("on", _("This day is still to come."))
    if not current.text.strip():
        raise ZujiError(_("There is no text yet; write what it is about first."))
    if current.handed_on is None:
        current.handed_on = on
        current.save()
        sync(current, footprints_of_material(current))
    return current


@transaction.atomic
def take_back_material(material: ProposalMaterial) -> ProposalMaterial:
    """Take a material back from the branch. Raises ZujiError once a proposal was written from it."""
    current: ProposalMaterial = ProposalMaterial.objects.select_for_update().get(pk=material.pk)
    if current.taken_up_in_id is not None:
        raise ZujiError(_("A proposal was written from it; the text goes on there."))
    current.handed_on = None
    current.save()
    sync(current, footprints_of_material(current))
    return current
