"""Theme activities: planned by whose they are, attended by the branches."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zuji.activities import actions
from zuji.activities.forms import ActivityForm
from zuji.activities.models import ThemeActivity
from zuji.activities.permissions import can_mark, can_plan
from zuji.activities.queries import activities_of, activity_years
from zuji.foundation.clock import today
from zuji.foundation.periods import chosen_period, picker_of
from zuji.foundation.recording import RecordingError
from zuji.gatherings.views.activity_leave import SharedActivityNoun
from zuji.gatherings.views.branch_lists import BranchListPage, branch_list_page, reason_page
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
    asks = organization.level == "branch" and THEME_ACTIVITY.opens_leave(request.user, organization, today())
    context = {
        "organization": organization,
        "period": period,
        "picker": picker_of(period, {*years, today().year}, request.path),
        "activities": [
            {
                "activity": each,
                "may_mark": may_mark and each.status != "cancelled" and each.held_on <= today(),
                "may_ask_leave": asks and each.status != "cancelled" and each.held_on >= today(),
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


THEME_ACTIVITY = SharedActivityNoun(
    model=ThemeActivity,
    may_keep=can_mark,
    namespace="activities",
    back=lambda activity, branch: _list(branch, activity.held_on.year),
)


@require_http_methods(["GET", "POST"])
def activity_attendance(request: HttpRequest, organization_id: int, number: int) -> HttpResponse:
    """Who of a branch came."""
    branch = visible_organization(request.user, organization_id, action="record_work")
    activity = get_object_or_404(ThemeActivity.objects.of(branch), pk=number)
    back = _list(branch, activity.held_on.year)
    leave = THEME_ACTIVITY.leave_page(activity)
    page = BranchListPage(actions.attend_activity, back, _("Theme activities"), leave)
    return branch_list_page(request, activity, branch, page=page)


@require_http_methods(["GET", "POST"])
def activity_cancel(request: HttpRequest, number: int) -> HttpResponse:
    """Call a theme activity off."""
    activity = get_object_or_404(
        ThemeActivity.objects.visible_to(request.user).select_related("organization"), pk=number
    )
    if not can_plan(request.user, activity.organization):
        raise Http404
    back = _list(activity.organization, activity.held_on.year)
    return reason_page(
        request, activity, call_off=lambda reason: actions.call_off_activity(activity, reason=reason), back=back
    )
