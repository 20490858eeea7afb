"""The chain in which a record stands, and links made after the fact."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.derivations.actions import derive, forget_derivation
from zuji.derivations.forms import LinkForm
from zuji.derivations.models import Derivation
from zuji.derivations.permissions import can_link
from zuji.derivations.queries import chain_of, choices_for, readable, rows_of
from zuji.footprints.queries import descriptions_of, records_of
from zuji.foundation.clock import today
from zuji.foundation.recording import RecordingError
from zuji.organizations.permissions import visible_branch
from zuji.organizations.queries import name_of


def _record_for(request: HttpRequest, noun: str, number: int) -> tuple[str, Any]:
    reference = f"{noun}:{number}"
    if not readable([reference], request.user):
        raise Http404
    return reference, records_of([reference])[reference]


def chain_detail(request: HttpRequest, organization_id: int, noun: str, number: int) -> HttpResponse:
    """From research to what became of it, as one picture and as a list that says the same."""
    branch = visible_branch(request.user, organization_id)
    reference, _record = _record_for(request, noun, number)
    context = {
        "organization": branch,
        "about": descriptions_of([reference])[reference],
        "chain": chain_of(reference, request.user),
        "noun": noun,
        "number": number,
        "may_link": can_link(request.user, branch),
    }
    return render(request, "derivations/chain_detail.html", context)


@require_http_methods(["GET", "POST"])
def link_edit(request: HttpRequest, organization_id: int, noun: str, number: int) -> HttpResponse:
    """Link a record to another that is there already, or take a link back."""
    branch = visible_branch(request.user, organization_id)
    reference, record = _record_for(request, noun, number)
    if record.organization != branch or not can_link(request.user, branch):
        raise Http404
    choices = choices_for(reference, branch, request.user)
    form = LinkForm(request.POST or None, choices=choices, initial={"way": "source"})
    if request.method == "POST" and form.is_valid():
        other = form.cleaned_data["other"]
        is_output = form.cleaned_data["way"] == "source"
        output = record if is_output else records_of([other]).get(other)
        try:
            if output is None:
                raise RecordingError("other", _("The record that this was written from is not there."))
            source = other if is_output else reference
            derive(output, source, organization=branch, by=name_of(request.user), on=today())
        except RecordingError as error:
            form.add_error("other", str(error))
        else:
            return redirect(reverse("derivations:link-edit", args=[branch.pk, noun, number]))
    context = {
        "organization": branch,
        "about": descriptions_of([reference])[reference],
        "form": form,
        "has_choices": bool(choices),
        "rows": [
            (row, other, row.output == reference)
            for row, other in rows_of(reference, request.user)
            if row.organization_id == branch.pk
        ],
        "chain_url": reverse("derivations:chain-detail", args=[branch.pk, noun, number]),
    }
    return render(request, "derivations/link_form.html", context)


@require_POST
def link_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take a link back."""
    visible = Derivation.objects.visible_to(request.user).select_related("organization")
    link: Derivation = get_object_or_404(visible, pk=number)
    if not can_link(request.user, link.organization):
        raise Http404
    if (output := records_of([link.output]).get(link.output)) is None:
        raise Http404
    forget_derivation(output, link.source)
    noun, _colon, number_of = link.output.partition(":")
    return redirect(reverse("derivations:link-edit", args=[link.organization_id, noun, number_of]))
