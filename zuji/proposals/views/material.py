"""提案素材: written by any member, handed to the branch."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zuji.derivations.queries import described, outputs_of
from zuji.footprints.facts import reference_to
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import StaleRecord
from zuji.gatherings.forms import seen_now
from zuji.organizations.permissions import own_member, visible_branch
from zuji.organizations.queries import members_on, name_of
from zuji.proposals import actions
from zuji.proposals.forms.writing import MaterialForm, MaterialTextForm, shown_material
from zuji.proposals.permissions import can_change_material, can_keep, can_propose_for_party
from zuji.proposals.queries.proposals import materials_of
from zuji.proposals.views.finding import material_for, readable_source, tell


def material_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The materials of a branch."""
    branch = visible_branch(request.user, organization_id)
    own = own_member(request.user)
    is_member = own is not None and members_on(branch, today()).filter(pk=own.pk).exists()
    context = {
        "organization": branch,
        "materials": materials_of(branch, request.user),
        "may_write": is_member,
        "may_keep": can_keep(request.user, branch),
    }
    return render(request, "proposals/material_list.html", context)


@require_http_methods(["GET", "POST"])
def material_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Write a material: one's own, or with `?for=other` for a member who told what it says."""
    branch = visible_branch(request.user, organization_id)
    people, own = members_on(branch, today()), own_member(request.user)
    if request.GET.get("for") == "other" or own is None or not people.filter(pk=own.pk).exists():
        own = None
        if not can_keep(request.user, branch):
            raise Http404
    form = MaterialForm(request.POST or None, people=people, own=own)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.write_material(
                branch, member=form.who, title=said["title"], text=said["text"], on=today(),
                by=name_of(request.user), ground="" if own else form.how,
            )  # fmt: skip
        except ZujiError as error:
            tell(form, error)
        else:
            return redirect("proposals:material-detail", made.record.pk)
    context = {"organization": branch, "form": form, "kept_as": f"proposal-material-of-{branch.pk}"}
    return render(request, "proposals/material_form.html", context)


@require_http_methods(["GET", "POST"])
def material_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change a material's words."""
    material = material_for(request, number)
    if not can_change_material(request.user, material):
        raise Http404
    form = MaterialTextForm(request.POST or None, initial=shown_material(material))
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_material(material, by=name_of(request.user), **form.cleaned_data)
        except StaleRecord as error:
            form.add_error(None, str(error))
            seen_now(form, material)
            status = 409
        except ZujiError as error:
            tell(form, error)
        else:
            return redirect("proposals:material-detail", number)
    context = {
        "organization": material.organization,
        "material": material,
        "theirs": material if status == 409 else None,
        "form": form,
        "kept_as": f"proposal-material-{number}-{material.revision}",
    }
    return render(request, "proposals/material_form.html", context, status=status)


def material_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One material, and what was made of it."""
    material = material_for(request, number)
    place, reference = material.organization, reference_to(material)
    is_own = can_change_material(request.user, material)
    outputs = [each for each in outputs_of(reference) if readable_source(request, each) is not None]
    is_received = place.parent is not None and can_propose_for_party(request.user, place.parent)
    context = {
        "organization": place,
        "material": material,
        "reference": reference,
        "may_edit": is_own and material.taken_up_in_id is None,
        "may_hand_in": (is_own or can_keep(request.user, place)) and material.handed_on is None,
        "may_take_back": is_own and material.handed_on is not None and material.taken_up_in_id is None,
        "may_take_up": material.taken_up_in_id is None and (is_own or can_keep(request.user, place)),
        "committee": place.parent if is_received and material.taken_up_in_id is None else None,
        "outputs": described(outputs),
    }
    return render(request, "proposals/material_detail.html", context)


@require_POST
def handing_in_create(request: HttpRequest, number: int) -> HttpResponse:
    """Hand a material to the branch."""
    material = material_for(request, number)
    if not (can_change_material(request.user, material) or can_keep(request.user, material.organization)):
        raise Http404
    try:
        actions.hand_in_material(material, on=today(), today=today())
    except ZujiError as error:
        messages.error(request, str(error))
    return redirect("proposals:material-detail", number)


@require_POST
def handing_in_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take a material back."""
    material = material_for(request, number)
    if not can_change_material(request.user, material):
        raise Http404
    try:
        actions.take_back_material(material)
    except ZujiError as error:
        messages.error(request, str(error))
    return redirect("proposals:material-detail", number)
