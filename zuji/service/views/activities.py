"""Service activities: planned by whose they are, attended by the branches."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zuji.footprints.queries import branch_of
from zuji.foundation.clock import today
from zuji.foundation.periods import chosen_period, picker_of
from zuji.foundation.recording import RecordingError
from zuji.gatherings.queries import activity_leave_of, is_leave_open, turnout_at
from zuji.gatherings.views.activity_leave import SharedActivityNoun
from zuji.gatherings.views.branch_lists import BranchListPage, branch_list_page, reason_page
from zuji.organizations.models import Organization
from zuji.organizations.permissions import visible_organization
from zuji.service import actions
from zuji.service.forms import ActivityForm
from zuji.service.models import ServiceActivity
from zuji.service.permissions import can_keep, can_plan_activity
from zuji.service.queries import activities_of, activity_years, turnout_by_branch


@require_http_methods(["GET", "POST"])
def activity_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The service activities of a year, and a form for one more where one may plan here."""
    organization = visible_organization(request.user, organization_id)
    may_plan = can_plan_activity(request.user, organization)
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
    context = {
        "organization": organization,
        "is_branch": organization.level == "branch",
        "period": period,
        "picker": picker_of(period, {*years, today().year}, request.path),
        "activities": activities_of(organization, period.year),
        "may_mark": organization.level == "branch" and can_keep(request.user, organization),
        "may_plan": may_plan,
        "today": today(),
        "form": form,
    }
    return render(request, "service/activity_list.html", context)


def _list(organization: Organization, year: int) -> str:
    return f"{reverse('service:activity-list', args=[organization.pk])}?year={year}"


@require_safe
def activity_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One activity and, for a reader of a branch, who of it came."""
    activity = _found(request, number)
    frame = branch_of(activity, request.user) or activity.organization
    is_branch = frame.level == "branch"
    may_keep = is_branch and can_keep(request.user, frame)
    turnout = turnout_at(activity, frame) if is_branch else None
    waiting = activity_leave_of(activity, frame, request.user, sees_all=may_keep) if is_branch else []
    context = {
        "organization": frame,
        "activity": activity,
        "turnout": turnout,
        "people": turnout.in_words(tells_kind=may_keep) if turnout else [],
        "branches": [] if is_branch else turnout_by_branch(activity),
        "may_mark": may_keep and activity.status != "cancelled" and activity.held_on <= today(),
        "leave_requests": waiting,
        "may_ask_leave": is_branch
        and is_leave_open(activity, frame)
        and SERVICE_ACTIVITY.opens_leave(request.user, frame, activity.held_on),
        "may_call_off": can_plan_activity(request.user, activity.organization) and activity.status != "cancelled",
        "back": _list(frame, activity.held_on.year),
    }
    return render(request, "service/activity_detail.html", context)


SERVICE_ACTIVITY = SharedActivityNoun(
    model=ServiceActivity,
    may_keep=can_keep,
    namespace="service",
    back=lambda activity, _branch: reverse("service:activity-detail", args=[activity.pk]),
)


@require_http_methods(["GET", "POST"])
def activity_attendance(request: HttpRequest, organization_id: int, number: int) -> HttpResponse:
    """Who of a branch came."""
    branch = visible_organization(request.user, organization_id, action="keep_service")
    activity = get_object_or_404(ServiceActivity.objects.of(branch), pk=number)
    back = _list(branch, activity.held_on.year)
    leave = SERVICE_ACTIVITY.leave_page(activity)
    page = BranchListPage(actions.attend_activity, back, _("Service activities"), leave)
    return branch_list_page(request, activity, branch, page=page)


@require_http_methods(["GET", "POST"])
def activity_cancel(request: HttpRequest, number: int) -> HttpResponse:
    """Call a service activity off."""
    activity = _found(request, number)
    if not can_plan_activity(request.user, activity.organization):
        raise Http404
    return reason_page(
        request,
        activity,
        call_off=lambda reason: actions.call_off_activity(activity, reason=reason),
        back=_list(activity.organization, activity.held_on.year),
    )


def _found(request: HttpRequest, number: int) -> ServiceActivity:
    visible = ServiceActivity.objects.visible_to(request.user).select_related("organization__parent")
    activity: ServiceActivity = get_object_or_404(visible, pk=number)
    return activity
