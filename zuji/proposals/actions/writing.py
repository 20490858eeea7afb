"""Verbs of a proposal's text: write it, change it, throw a draft away, sign it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.derivations.actions import derive
from zuji.entries.actions import enter_for, forget_entry
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, free_code, lock_record, validate
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on
from zuji.proposals.actions.following import follow
from zuji.proposals.models import Proposal, ProposalMaterial, ProposalSignature
from zuji.proposals.models.words import COMMITTEE_FORMS, SIGNED_FORMS

TEXT_FIELDS = (
    *("title", "form", "timing", "situation", "analysis", "suggestions", "category"),
    *("suggested_unit", "is_public", "wants_consultation", "contact"),
)
"""What a form may set; all else of a proposal follows from steps."""


@transaction.atomic
def write_proposal(
    organization: Organization,
    *,
    text: Mapping[str, Any],
    by: str,
    writer: Member | None,
    on: date,
    source: str = "",
) -> Recorded[Proposal]:
    """Begin a proposal as a draft; a double tap begins one.

    Takes: `writer`, the member who writes and signs first, or None where an organization proposes; `source`, the
    record it was written from. Raises RecordingError without a subject, for a value that its field cannot hold, or for
    a form that is not this organization's.
    """
    said = _said(text)
    _refuse_form(organization, said.get("form", "individual"))
    Organization.objects.select_for_update().get(pk=organization.pk)
    same = Proposal.objects.of(organization).filter(
        title=said["title"], written_by=writer, state="draft", changed_by=by[:40], situation=said.get("situation", "")
    )
    there = same.first()
    if there is not None:
        return Recorded(there)
    code = free_code(Proposal.objects.of(organization), f"PR{on:%Y%m%d}")
    proposal = Proposal(organization=organization, code=code, written_by=writer, changed_by=by[:40], **said)
    validate(proposal)
    proposal.save()
    if writer is not None and proposal.form in SIGNED_FORMS:
        ProposalSignature.objects.create(proposal=proposal, member=writer, role="lead", signed_on=on)
    if source:
        derive(proposal, source, organization=organization, by=by, on=on)
        _take_up(proposal, source)
    follow(proposal)
    return Recorded(proposal, is_new=True, is_changed=True)


def _take_up(proposal: Proposal, source: str) -> None:
    noun, _colon, number = source.partition(":")
    if noun == "proposal_material" and number.isdecimal():
        ProposalMaterial.objects.filter(pk=int(number), taken_up_in=None).update(taken_up_in=proposal)


def _said(text: Mapping[str, Any]) -> dict[str, Any]:
    said = {name: text[name] for name in TEXT_FIELDS if name in text}
    said["title"] = str(said.get("title", "")).strip()
    if not said["title"]:
        raise RecordingError("title", _("Please give its subject."))
    return said


def _refuse_form(organization: Organization, form: str) -> None:
    """The party proposes through its committees; what people sign is signed in their branch (domain §4.1)."""
    is_committee = organization.level != "branch"
    if is_committee and form not in COMMITTEE_FORMS:
        raise RecordingError("form", _("A committee proposes in the name of the party; members sign in their branch."))
    if not is_committee and form in COMMITTEE_FORMS:
        raise RecordingError("form", _("The party’s proposals are written by the committee. Hand it in as material."))


@transaction.atomic
def change_proposal(proposal: Proposal, *, text: Mapping[str, Any], seen: int | None, by: str) -> Proposal:
    """Change the text: freely before submission, after it only when it was returned for changes.

    Raises StaleRecord where somebody else changed it meanwhile, ZujiError once it was submitted.
    """
    current = lock_record(proposal, seen=seen)
    if not (current.is_before_submission or current.state == "returned"):
        raise ZujiError(_("It has been submitted; it changes only when it is returned for changes."))
    said = _said(text)
    if said.get("form", current.form) != current.form:
        _refuse_form(current.organization, said["form"])
    for name, value in said.items():
        setattr(current, name, value)
    validate(current)
    current.revision += 1
    current.changed_by = by[:40]
    current.save()
    follow(current)
    return current


@transaction.atomic
def discard_proposal(proposal: Proposal) -> None:
    """Throw a draft away. Raises ZujiError for what has left the writer's hands."""
    current = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if current.state != "draft":
        raise ZujiError(_("Only a draft can be thrown away; what has been handed on is withdrawn."))
    for signature in current.signatures.all():
        forget_entry(signature)
    for material in current.materials.all():
        material.taken_up_in = None
        material.save()
    current.delete()


@transaction.atomic
def sign(
    proposal: Proposal, *, member: Member, on: date, by: str, ground: str = "", is_own: bool = True
) -> Recorded[ProposalSignature]:
    """Put a member's name under a proposal; whoever signs first leads. Signing twice is signing once.

    Takes: `is_own`, whether the member's own hand does it; if not, `ground` says how the member told.
    Raises RecordingError at "member" for who is not a member of the branch that day, or of an organization's proposal.
    """
    current = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if current.form not in SIGNED_FORMS:
        raise RecordingError("member", _("An organization proposes this; nobody signs it in their own name."))
    if current.status == "withdrawn":
        raise ZujiError(_("It was withdrawn; nobody can sign it any more."))
    refuse_non_member(current, member, current.submitted_on or on)
    there = current.signatures.filter(member=member).first()
    if there is not None:
        if is_own:
            forget_entry(there)
        return Recorded(there)
    role = "joint" if current.signatures.exists() else "lead"
    signature = ProposalSignature.objects.create(proposal=current, member=member, role=role, signed_on=on)
    if role == "joint" and current.form == "individual":
        current.form = "joint"
        current.save()
    if not is_own:
        enter_for(signature, member, organization=current.organization, ground=ground, by=by, on=on)
    follow(current)
    return Recorded(signature, is_new=True, is_changed=True)


def refuse_non_member(proposal: Proposal, member: Member, on: date) -> None:
    """Refuse who is not a member of the proposal's branch on a day, by name. Raises RecordingError at "member"."""
    branch = proposal.organization
    if members_on(branch, on).filter(pk=member.pk).exists():
        return
    raise RecordingError(
        "member",
        _("%(name)s is not a member of %(branch)s on %(day)s and cannot sign its proposal.")
        % {"name": member.name, "branch": branch.name, "day": on.isoformat()},
    )


@transaction.atomic
def unsign(proposal: Proposal, *, member: Member) -> bool:
    """Take a signature back before submission; says whether there was one.

    Raises ZujiError once it was submitted, and for the first proposer while others stand behind.
    """
    current = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if not current.is_before_submission:
        raise ZujiError(_("It has been submitted; a signature is taken back by withdrawing the proposal."))
    signature = current.signatures.filter(member=member).first()
    if signature is None:
        return False
    if signature.role == "lead" and current.signatures.count() > 1:
        raise ZujiError(_("The first proposer stays while others have signed behind."))
    forget_entry(signature)
    signature.delete()
    if current.form == "joint" and current.signatures.count() == 1:
        current.form = "individual"
        current.save()
    follow(current)
    return True
