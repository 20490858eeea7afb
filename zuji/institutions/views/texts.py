"""Texts: the list, a version with its duties beside it, the editor, and the steps of a version's life."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import ChosenPeriod
from zuji.institutions import actions
from zuji.institutions.forms import DraftForm, DraftSourceForm, VersionEventForm
from zuji.institutions.models import Institution, InstitutionVersion
from zuji.institutions.queries.texts import (
    checked,
    clauses_with_standings,
    institution_lines,
    shipped_template,
    shipped_templates,
    version_on,
)
from zuji.institutions.views.board import judged, period_of
from zuji.organizations.models import Organization
from zuji.organizations.permissions import may, visible_organization
from zuji.organizations.queries import name_of


def institution_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The institutions that bind a branch, its drafts, and the templates it may adopt."""
    branch = visible_organization(request.user, organization_id)
    own = Institution.objects.of(branch).prefetch_related("versions").select_related("organization")
    context = {
        "organization": branch,
        "institutions": institution_lines(own, branch, today()),
        "templates": shipped_templates(exclude={i.title for i in own}),
        "may_draft": may(request.user, "draft_institution", branch),
    }
    return render(request, "institutions/institution_list.html", context)


def institution_detail(request: HttpRequest, organization_id: int, number: int) -> HttpResponse:
    """An institution's version in force on the chosen day, clause by clause, with its duties and who meets each now."""
    branch = visible_organization(request.user, organization_id)
    institution = get_object_or_404(Institution.objects.of(branch), pk=number)
    period, _years = period_of(request, branch)
    version = version_on(institution, period.as_of or date(period.year, 12, 31))
    return _version_page(request, branch, version, period)


def version_detail(request: HttpRequest, number: int) -> HttpResponse:
    """Any version of an institution that the reader may see, as it was or is to be."""
    version = get_object_or_404(InstitutionVersion.objects.select_related("institution__organization"), pk=number)
    if not Institution.objects.visible_to(request.user).filter(pk=version.institution_id).exists():
        raise Http404
    organization = version.institution.organization
    period, _years = period_of(request, organization)
    return _version_page(request, organization, version, period)


def _version_page(
    request: HttpRequest, organization: Organization, version: InstitutionVersion | None, period: ChosenPeriod
) -> HttpResponse:
    if version is None:
        raise Http404
    standings = judged(organization, period) if organization.level == "branch" else []
    context = {
        "organization": organization,
        "period": period,
        "version": version,
        "versions": version.institution.versions.all(),
        "clauses": clauses_with_standings(version, standings, organization, period),
        "events": version.events.all(),
        "event_form": VersionEventForm(version=version, initial={"on": today()}),
        "may_draft": may(request.user, "draft_institution", version.institution.organization),
        "may_adopt": may(request.user, "adopt_institution", version.institution.organization),
    }
    return render(request, "institutions/version_detail.html", context)


def template_detail(request: HttpRequest, organization_id: int, code: str) -> HttpResponse:
    """A shipped template, to read before adopting it."""
    branch = visible_organization(request.user, organization_id)
    template = shipped_template(code)
    if template is None:
        raise Http404
    context = {"organization": branch, "template": template, "clauses": checked(template.text).clauses}
    context["may_draft"] = may(request.user, "draft_institution", branch)
    return render(request, "institutions/template_detail.html", context)


@require_POST
def draft_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Begin a draft: from a template, or from the version in force."""
    branch = visible_organization(request.user, organization_id, action="draft_institution")
    form = DraftSourceForm(request.POST)
    if not form.is_valid():
        raise Http404
    template = shipped_template(form.cleaned_data["template"])
    institution = Institution.objects.filter(organization=branch, pk=form.cleaned_data["institution"]).first()
    if template is not None:
        code, title, text = template.code, template.title, template.text
    elif institution is not None:
        last = institution.versions.order_by("number").last()
        code, title, text = institution.code, institution.title, last.text if last else ""
    else:
        raise Http404
    version = actions.draft_version(branch, code=code, title=title, text=text, by=name_of(request.user))
    return redirect("institutions:version-edit", number=version.pk)


@require_http_methods(["GET", "POST"])
def version_edit(request: HttpRequest, number: int) -> HttpResponse:
    """The editor: the text, what it makes due, and every mistake by line."""
    version = get_object_or_404(InstitutionVersion.objects.select_related("institution__organization"), pk=number)
    organization = version.institution.organization
    visible_organization(request.user, organization.pk, action="draft_institution")
    form = DraftForm(request.POST or None, initial={"text": version.text, "seen": version.text})
    complaint = theirs = ""
    if request.method == "POST" and "check" not in request.POST and form.is_valid():
        text = form.cleaned_data["text"]
        try:
            actions.revise_draft(version, text=text, seen=form.cleaned_data["seen"])
        except ZujiError as error:
            complaint = str(error)
            theirs = InstitutionVersion.objects.get(pk=version.pk).text
            # Both texts are in view now: who saves again has seen the other's.
            form = DraftForm({"text": text, "seen": theirs})
        else:
            return redirect("institutions:version-detail", number=version.pk)
    context = {
        "organization": organization,
        "version": version,
        "form": form,
        "check": checked(form["text"].value() or ""),
        "complaint": complaint,
        "theirs": theirs,
    }
    return render(request, "institutions/version_edit.html", context, status=409 if complaint else 200)


@require_POST
def text_check(request: HttpRequest) -> HttpResponse:
    """Say what a text makes due and what is wrong with it, while it is being written; stores nothing."""
    return render(request, "institutions/parts/check.html", {"check": checked(request.POST.get("text", ""))})


@require_POST
def version_event_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take a version one step on: comments, vote, filing, in force, repeal."""
    version = get_object_or_404(InstitutionVersion.objects.select_related("institution__organization"), pk=number)
    visible_organization(request.user, version.institution.organization_id, action="adopt_institution")
    form = VersionEventForm(request.POST, version=version)
    if form.is_valid():
        try:
            actions.advance(
                version,
                state=form.cleaned_data["state"],
                on=form.cleaned_data["on"] or today(),
                by=form.cleaned_data["by"],
                note=form.cleaned_data["note"],
            )
        except ZujiError as error:
            messages.error(request, str(error))
    else:
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return redirect("institutions:version-detail", number=version.pk)
