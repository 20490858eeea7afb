"""The year's plan of an organization, taking over the committee's, and the tasks of the year."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import chosen_period, picker_of
from zuji.foundation.recording import RecordingError
from zuji.gatherings.permissions import can_record
from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.models import Organization
from zuji.organizations.permissions import visible_organization
from zuji.organizations.queries import home_branch
from zuji.study import actions
from zuji.study.forms.plans import CompletionForm, PlanItemForm, TaskForm, YearForm
from zuji.study.models import StudyPlanItem, StudyTask, StudyTaskCompletion
from zuji.study.permissions import can_plan
from zuji.study.queries.plans import plan_page, plan_years, task_lines


@require_http_methods(["GET", "POST"])
def plan_detail(request: HttpRequest, organization_id: int) -> HttpResponse:
    """An organization's plan of a year with its tasks; something is added here too."""
    organization = visible_organization(request.user, organization_id)
    may_plan = can_plan(request.user, organization)
    if request.method == "POST" and not may_plan:
        raise Http404
    period = chosen_period(request.GET, fallback_year=today().year)
    form = PlanItemForm(request.POST or None, initial={"month": today().month})
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_item(organization, year=period.year, **form.cleaned_data)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            return redirect(_address(organization, period.year))
    is_branch = organization.level == "branch"
    context = {
        "organization": organization,
        "period": period,
        "picker": picker_of(period, {*plan_years(organization), today().year}, request.path),
        "page": plan_page(organization, period.year),
        "tasks": task_lines(organization, period.year),
        "form": form,
        "is_branch": is_branch,
        "may_plan": may_plan,
        "may_record": is_branch and can_record(request.user, organization),
    }
    return render(request, "study/plan_detail.html", context)


def _address(organization: Organization, year: int) -> str:
    return f"{reverse('study:plan-detail', args=[organization.pk])}?year={year}"


@require_POST
def adoption_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Take over what is new in the committee's plan."""
    branch = visible_organization(request.user, organization_id, action="plan_work")
    form = YearForm(request.POST)
    if branch.level != "branch" or not form.is_valid():
        raise Http404
    year = form.cleaned_data["year"]
    try:
        adopted = actions.adopt_plan(branch, year=year, on=today())
    except ZujiError as error:
        messages.error(request, str(error))
    else:
        messages.info(request, _("Taken over.") if adopted.is_changed else _("Nothing in it is new."))
    return redirect(_address(branch, year))


@require_POST
def plan_item_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take something out of a plan."""
    planned = organizations_seen_by(request.user, action="plan_work")
    items = StudyPlanItem.objects.filter(plan__organization__in=planned).select_related("plan__organization")
    item = get_object_or_404(items, pk=number)
    plan = item.plan
    try:
        actions.remove_item(item)
    except ZujiError as error:
        messages.error(request, str(error))
    return redirect(_address(plan.organization, plan.year))


@require_http_methods(["GET", "POST"])
def task_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Issue a task of the year to every branch below."""
    committee = visible_organization(request.user, organization_id, action="plan_work")
    if committee.level == "branch":
        raise Http404
    form = TaskForm(request.POST or None, initial={"issued_on": today()})
    if request.method == "POST" and form.is_valid():
        try:
            task = actions.issue_task(committee, **form.cleaned_data).record
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            return redirect(_address(committee, task.issued_on.year))
    return render(request, "study/task_form.html", {"organization": committee, "form": form})


def _own_branch(request: HttpRequest, task: StudyTask) -> Organization:
    """Find the branch for which a task is noted: the one asked for, else the reader's own."""
    branches = organizations_seen_by(request.user, action="record_work").filter(
        level="branch", ancestor_links__ancestor=task.organization_id
    )
    asked = request.GET.get("branch", "")
    if asked.isdecimal() and len(asked) < 19:
        found: Any = branches.filter(pk=int(asked)).select_related("parent").first()
    else:
        home = home_branch(request.user)
        found = branches.filter(pk=home.pk).select_related("parent").first() if home else None
    if found is None:
        raise Http404
    branch: Organization = found
    return branch


@require_http_methods(["GET", "POST"])
def completion_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Note on which day the branch studied a task."""
    task = get_object_or_404(StudyTask.objects.visible_to(request.user), pk=number)
    branch = _own_branch(request, task)
    there = StudyTaskCompletion.objects.of(branch).filter(task=task).first()
    first = {"studied_on": there.studied_on, "evidence": there.evidence} if there else {}
    form = CompletionForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            actions.complete_task(branch, task=task, today=today(), **form.cleaned_data)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            return redirect(_address(branch, task.issued_on.year))
    return render(request, "study/completion_form.html", {"organization": branch, "task": task, "form": form})
