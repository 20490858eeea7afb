"""What a branch decides and says about thought reports as a whole: its choice, and the overview of half a year."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from zuji.foundation.clock import today
from zuji.foundation.recording import RecordingError
from zuji.organizations.permissions import visible_branch
from zuji.organizations.queries import name_of
from zuji.thought_reports import actions
from zuji.thought_reports.forms import ChoiceForm, OverviewForm
from zuji.thought_reports.models import half_year_words
from zuji.thought_reports.permissions import (
    can_choose_setting,
    can_read_overviews,
    can_write_overview,
    is_content_kept,
)
from zuji.thought_reports.queries.overviews import half_year_of, is_begun, overview_of, overviews_of
from zuji.thought_reports.queries.reports import settings_of


@require_http_methods(["GET", "POST"])
def setting_edit(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Choose how the branch keeps its reports, from a day on."""
    branch = visible_branch(request.user, organization_id)
    if not can_choose_setting(request.user, branch):
        raise Http404
    is_content = is_content_kept(branch, today())
    initial = {"value": "content" if is_content else "marks", "from_on": today()}
    form = ChoiceForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose_content(branch, **form.cleaned_data, today=today())
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            messages.success(request, _("Noted."))
            return redirect("thought_reports:setting-edit", organization_id=branch.pk)
    context = {"organization": branch, "form": form, "is_content": is_content, "settings": settings_of(branch)}
    return render(request, "thought_reports/setting_form.html", context)


@require_GET
def overview_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The overviews of a branch."""
    branch = visible_branch(request.user, organization_id)
    if not can_read_overviews(request.user, branch):
        raise Http404
    context: dict[str, Any] = {
        "organization": branch,
        "overviews": overviews_of(branch, request.user),
        "writes": can_write_overview(request.user, branch),
        "half_year": half_year_of(today()),
        "words": half_year_words(half_year_of(today())),
    }
    return render(request, "thought_reports/overview_list.html", context)


@require_http_methods(["GET", "POST"])
def overview_edit(request: HttpRequest, organization_id: int, half_year: str) -> HttpResponse:
    """Write the overview of half a year in general terms, or correct it."""
    branch = visible_branch(request.user, organization_id)
    if not can_write_overview(request.user, branch) or not is_begun(half_year, today()):
        raise Http404
    there = overview_of(branch, request.user, half_year)
    form = OverviewForm(request.POST or None, initial={"text": there.text if there else ""})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data["text"]
        try:
            actions.write_overview(branch, half_year=half_year, text=said, by=name_of(request.user), today=today())
        except RecordingError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            return redirect("thought_reports:overview-list", organization_id=branch.pk)
    context = {"organization": branch, "form": form, "words": half_year_words(half_year)}
    return render(request, "thought_reports/overview_form.html", context)
