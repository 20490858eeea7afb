"""Theme activities: planned by whose they are, attended by the branches."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from zuji.activities import actions
from zuji.activities.forms import ActivityForm, ActivityListForm, ReasonForm
from zuji.activities.models import ThemeActivity
from zuji.activities.permissions import can_mark, can_plan
from zuji.activities.queries import activities_of, activity_years, expected_on, first_marks, marks_at, other_marks
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import chosen_period, picker_of
from zuji.foundation.recording import RecordingError
from zuji.organizations.models import Organization
from zuji.organizations.permissions import visible_organization


@require_http_methods(["GET", "POST"])
def activity_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The theme activities of a year, and a form for one more where one may plan here."""
    organization = visible_organization(request.user, organization_id)
    may_plan = can_plan(request.user, organization)
    years = activity_years(organization)
    period = chosen_period(request.GET, fallback_year=years[-1] if years else today().year)
    form = ActivityForm(request.POST or None)
    if request.method == "POST":
        if not may_plan:
            raise Http404
        if form.is_valid():
            try:
                planned = actions.plan_activity(organization, **form.cleaned_data).record
            except RecordingError as error:
                form.add_error(error.field, str(error))
            else:
                return redirect(_list(organization, planned.held_on.year))
    may_mark = organization.level == "branch" and can_mark(request.user, organization)
    context = {
        "organization": organization,
        "period": period,
        "picker": picker_of(period, {*years, today().year}, request.path),
        "activities": [
            {
                "activity": each,
                "may_mark": may_mark and each.status != "cancelled" and each.held_on <= today(),
                "may_call_off": may_plan and each.organization_id == organization.pk and each.status != "cancelled",
            }
            for each in activities_of(organization, period.year)
        ],
        "may_plan": may_plan,
        "form": form,
    }
    return render(request, "activities/activity_list.html", context)


def _list(organization: Organization, year: int) -> str:
    return f"{reverse('activities:activity-list', args=[organization.pk])}?year={year}"


@require_http_methods(["GET", "POST"])
def activity_attendance(request: HttpRequest, organization_id: int, number: int) -> HttpResponse:
    """Who of a branch came."""
    branch = visible_organization(request.user, organization_id, action="record_work")
    activity = get_object_or_404(ThemeActivity.objects.of(branch), pk=number)
    people = expected_on(branch, activity.held_on)
    saved = actions.marks_signature(marks_at(activity, branch))
    first: dict[str, Any] = {}
    if request.method != "POST":
        first = {"first": first_marks(activity, branch, people), "initial": {"seen": saved}}
    form = ActivityListForm(request.POST or None, people=people, **first)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.attend_activity(activity, branch, marks=form.marks, seen=form.cleaned_data["seen"], today=today())
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
            data: Any = form.data.copy()  # type: ignore[attr-defined]
            data["seen"] = saved
            form.data = data
        else:
            return redirect(_list(branch, activity.held_on.year))
    context = {
        "organization": branch,
        "activity": activity,
        "form": form,
        "back": _list(branch, activity.held_on.year),
        "theirs": other_marks(activity, branch, people, form.marks) if status == 409 else [],
    }
    return render(request, "activities/activity_attendance.html", context, status=status)


@require_http_methods(["GET", "POST"])
def activity_cancel(request: HttpRequest, number: int) -> HttpResponse:
    """Call a theme activity off."""
    activity = get_object_or_404(
        ThemeActivity.objects.visible_to(request.user).select_related("organization"), pk=number
    )
    if not can_plan(request.user, activity.organization):
        raise Http404
    form = ReasonForm(request.POST or None)
    back = _list(activity.organization, activity.held_on.year)
    if request.method == "POST" and form.is_valid():
        try:
            actions.call_off_activity(activity, reason=form.cleaned_data["reason"])
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect(back)
    context = {"organization": activity.organization, "name": activity.name, "form": form, "back": back}
    return render(request, "activities/reason_form.html", context)
