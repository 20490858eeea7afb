"""Finding what a page is about, or saying that there is no such page for this reader."""

from typing import Any

from django.forms import BaseForm
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from zuji.footprints.queries import records_of
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.organizations.models import Organization
from zuji.proposals.models import Proposal, ProposalMaterial
from zuji.proposals.permissions import can_enter_steps


def proposal_for(request: HttpRequest, number: int) -> Proposal:
    """Find a proposal that the reader may read."""
    found = Proposal.objects.visible_to(request.user).select_related("organization__parent", "written_by").distinct()
    proposal: Proposal = get_object_or_404(found, pk=number)
    return proposal


def proposal_to_move(request: HttpRequest, number: int) -> Proposal:
    """Find a proposal whose steps the reader may enter."""
    proposal = proposal_for(request, number)
    if not can_enter_steps(request.user, proposal):
        raise Http404
    return proposal


def material_for(request: HttpRequest, number: int) -> ProposalMaterial:
    """Find a material that the reader may read."""
    found = ProposalMaterial.objects.visible_to(request.user).select_related(
        "organization__parent", "member", "taken_up_in"
    )
    material: ProposalMaterial = get_object_or_404(found.distinct(), pk=number)
    return material


def readable_source(request: HttpRequest, reference: str) -> Any:
    """Give the record that ?source= refers to, if the reader may read it; else None."""
    record = records_of([reference]).get(reference) if reference else None
    if record is None:
        return None
    model: Any = type(record)
    return model.objects.visible_to(request.user).filter(pk=record.pk).first()


def tell(form: BaseForm, error: ZujiError) -> None:
    """Put a refusal beside the field at fault, or above the form."""
    field = error.field if isinstance(error, RecordingError) and error.field in form.fields else None
    form.add_error(field, str(error))


def lengths(organization: Organization, proposal: Proposal, allowed: dict[str, int]) -> dict[str, bool]:
    """Say what of a text is longer than usual."""
    return {"subject": len(proposal.title) > allowed["subject"], "text": proposal.length > allowed["text"]}
