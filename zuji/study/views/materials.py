"""Materials and reading lists: opened by whoever likes, and nobody writes down who did."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zuji.footprints.queries import branch_of
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.permissions import visible_organization
from zuji.study import actions
from zuji.study.forms.materials import MaterialForm, ReadingListForm, SearchForm
from zuji.study.models import ReadingList, StudyMaterial
from zuji.study.permissions import can_plan
from zuji.study.queries.materials import materials_of, reading_lists_of

PAGE_LENGTH = 40


def material_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """What an organization has to read: its own and what the committees above keep for it."""
    organization = visible_organization(request.user, organization_id)
    words = request.GET.get("q", "").replace("\0", "").strip()[:80]
    context = {
        "organization": organization,
        "search": SearchForm(initial={"q": words}),
        "words": words,
        "query": urlencode({"q": words}) if words else "",
        "page": Paginator(materials_of(organization, words), PAGE_LENGTH).get_page(request.GET.get("page")),
        "reading_lists": reading_lists_of(organization),
        "is_branch": organization.level == "branch",
        "may_plan": can_plan(request.user, organization),
    }
    return render(request, "study/material_list.html", context)


@require_http_methods(["GET", "POST"])
def material_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Keep a material."""
    organization = visible_organization(request.user, organization_id, action="plan_work")
    form = MaterialForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            recorded = actions.keep_material(organization, material=form.material, on=today())
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            return redirect("study:material-detail", number=recorded.record.pk)
    return render(request, "study/material_form.html", {"organization": organization, "form": form})


def material_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One material. Opening it writes nothing."""
    materials = StudyMaterial.objects.visible_to(request.user).select_related("organization__parent")
    material: StudyMaterial = get_object_or_404(materials, pk=number)
    context = {
        "organization": branch_of(material, request.user) or material.organization,
        "material": material,
        "may_plan": can_plan(request.user, material.organization),
    }
    return render(request, "study/material_detail.html", context)


@require_POST
def material_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take a material back."""
    planned = organizations_seen_by(request.user, action="plan_work")
    material = get_object_or_404(StudyMaterial.objects.filter(organization__in=planned), pk=number)
    try:
        actions.remove_material(material)
    except ZujiError as error:
        messages.error(request, str(error))
        return redirect("study:material-detail", number=number)
    return redirect("study:material-list", organization_id=material.organization_id)


@require_http_methods(["GET", "POST"])
def reading_list_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Put materials into a reading list."""
    organization = visible_organization(request.user, organization_id, action="plan_work")
    form = ReadingListForm(request.POST or None, materials=materials_of(organization))
    if request.method == "POST" and form.is_valid():
        try:
            recorded = actions.make_reading_list(organization, on=today(), **form.cleaned_data)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            return redirect("study:reading-list-detail", number=recorded.record.pk)
    return render(request, "study/reading_list_form.html", {"organization": organization, "form": form})


def reading_list_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One reading list."""
    lists = ReadingList.objects.visible_to(request.user).select_related("organization__parent")
    reading_list: ReadingList = get_object_or_404(lists, pk=number)
    context = {
        "organization": branch_of(reading_list, request.user) or reading_list.organization,
        "reading_list": reading_list,
        "materials": reading_list.materials.all(),
        "may_plan": can_plan(request.user, reading_list.organization),
    }
    return render(request, "study/reading_list_detail.html", context)


@require_POST
def reading_list_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take a reading list back."""
    planned = organizations_seen_by(request.user, action="plan_work")
    reading_list = get_object_or_404(ReadingList.objects.filter(organization__in=planned), pk=number)
    actions.remove_reading_list(reading_list)
    return redirect("study:material-list", organization_id=reading_list.organization_id)
