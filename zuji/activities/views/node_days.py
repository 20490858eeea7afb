"""The calendar of a year, its plan, and how a branch marked a day."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.activities import actions
from zuji.activities.actions.planning import name_of_day
from zuji.activities.forms import (
    FORMS_OF_MARKING,
    AnnouncementForm,
    ObservanceForm,
    PlanForm,
    RuleForm,
    first_day,
)
from zuji.activities.models import NodeDay, NodeDayObservance
from zuji.activities.permissions import can_mark, can_plan
from zuji.activities.queries import (
    CalendarDay,
    by_month,
    calendar_of,
    calendar_years,
    coming_up,
    offered_rules,
)
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import chosen_period, picker_of
from zuji.foundation.recording import RecordingError
from zuji.gatherings.forms import ReasonForm, seen_now
from zuji.gatherings.queries import expected_on, first_marks_at, other_marks_at, standing_away
from zuji.organizations.models import Organization
from zuji.organizations.permissions import visible_organization
from zuji.organizations.queries import name_of


def calendar(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The node days of a year: those in the plan, how the branch marked them, and what comes."""
    organization = visible_organization(request.user, organization_id)
    years = calendar_years(organization)
    period = chosen_period(request.GET, fallback_year=years[-1] if years else today().year)
    days = calendar_of(organization, period.year)
    context = {
        "organization": organization,
        "period": period,
        "picker": picker_of(period, {*years, today().year, today().year + 1}, request.path),
        "months": by_month(days),
        "coming": coming_up(days, today()),
        "is_branch": organization.level == "branch",
        "may_plan": can_plan(request.user, organization),
        "may_mark": organization.level == "branch" and can_mark(request.user, organization),
    }
    return render(request, "activities/calendar.html", context)


@require_http_methods(["GET", "POST"])
def plan_edit(request: HttpRequest, organization_id: int, year: int) -> HttpResponse:
    """Tick the days of a year's plan."""
    organization = visible_organization(request.user, organization_id, action="plan_work")
    if not 1945 <= year <= 2100:
        raise Http404
    offered = offered_rules(organization)
    days = {each.rule.pk: each for each in calendar_of(organization, year) if each.rule}
    names = {rule.pk: _named(rule, year, days.get(rule.pk)) for rule in offered}
    own = [n for n in NodeDay.objects.filter(organization=organization, anniversary_on__year=year) if n.rule_id]
    form = PlanForm(
        request.POST or None, offered=offered, names=names, initial={"rules": [node_day.rule_id for node_day in own]}
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.plan_node_days(organization, year=year, rules=form.cleaned_data["rules"])
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved: the plan of %(year)s.") % {"year": year})
            return redirect(_calendar(organization, year))
    undated = [each for each in days.values() if each.on is None or (each.rule and each.rule.kind != "fixed")]
    context = {
        "organization": organization,
        "year": year,
        "form": form,
        "rule_form": RuleForm(),
        "announcements": [
            (each, AnnouncementForm(offered=offered, initial=_announced(each), auto_id=f"a{place}_%s"))
            for place, each in enumerate(undated)
        ],
        "has_rules": bool(names),
    }
    return render(request, "activities/plan_form.html", context)


def _announced(day: CalendarDay) -> dict[str, Any]:
    return {"rule": day.rule, "on": day.on}


def _named(rule: Any, year: int, day: Any) -> str:
    when = f"{day.on.month}月{day.on.day}日 " if day and day.on else ""
    return when + name_of_day(rule, year)


def _calendar(organization: Organization, year: int) -> str:
    return f"{reverse('activities:calendar', args=[organization.pk])}?year={year}"


@require_POST
def calendar_create(request: HttpRequest, organization_id: int, year: int) -> HttpResponse:
    """Take over the shipped calendar."""
    organization = visible_organization(request.user, organization_id, action="plan_work")
    count = actions.adopt_calendar(organization)
    messages.success(request, _("%(count)s days taken over.") % {"count": count})
    return redirect("activities:plan-edit", organization_id=organization.pk, year=year)


@require_POST
def rule_create(request: HttpRequest, organization_id: int, year: int) -> HttpResponse:
    """Add a day of one's own to the calendar."""
    organization = visible_organization(request.user, organization_id, action="plan_work")
    form = RuleForm(request.POST)
    if form.is_valid():
        try:
            actions.add_rule(organization, **form.cleaned_data)
        except RecordingError as error:
            messages.error(request, str(error))
    else:
        messages.error(request, " ".join(f"{form.fields[n].label}：{e[0]}" for n, e in form.errors.items()))
    return redirect("activities:plan-edit", organization_id=organization.pk, year=year)


@require_POST
def announcement_create(request: HttpRequest, organization_id: int, year: int) -> HttpResponse:
    """Enter the announced day of a rule for a year."""
    organization = visible_organization(request.user, organization_id, action="plan_work")
    own = offered_rules(organization).filter(organization=organization)
    form = AnnouncementForm(request.POST, offered=own)
    if form.is_valid():
        try:
            actions.announce(form.cleaned_data["rule"], year=year, on=form.cleaned_data["on"])
        except RecordingError as error:
            messages.error(request, str(error))
    else:
        messages.error(request, _("This day is announced by who owns the calendar, with a date."))
    return redirect("activities:plan-edit", organization_id=organization.pk, year=year)


@require_http_methods(["GET", "POST"])
def observance_edit(request: HttpRequest, organization_id: int, number: int) -> HttpResponse:
    """Note that a branch marked a node day, and who came; in one screen."""
    branch, node_day = _found(request, organization_id, number)
    observance = NodeDayObservance.objects.filter(node_day=node_day, organization=branch).first()
    held_on = (observance.held_on if observance else None) or first_day(node_day, today())
    people = expected_on(branch, held_on)
    first: dict[str, Any] = {}
    if request.method != "POST":
        first["first"] = first_marks_at(node_day, branch, people, away=standing_away(branch, held_on))
        first["initial"] = {
            "seen": observance.revision if observance else 0,
            "held_on": held_on,
            "form": observance.form if observance else "",
        }
    form = ObservanceForm(request.POST or None, people=people, **first)
    status = 200
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.observe(
                node_day,
                branch,
                marking=actions.Marking(said["held_on"], said["form"], form.marks),
                seen=said["seen"],
                today=today(),
                by=name_of(request.user),
            )
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
            _seen_now(form, node_day, branch)
        else:
            return redirect(_calendar(branch, node_day.anniversary_on.year))
    context = {
        "organization": branch,
        "node_day": node_day,
        "form": form,
        "suggestions": FORMS_OF_MARKING,
        "back": _calendar(branch, node_day.anniversary_on.year),
        "theirs": other_marks_at(node_day, branch, people, form.marks) if status == 409 else [],
    }
    return render(request, "activities/observance_form.html", context, status=status)


def _seen_now(form: ObservanceForm, node_day: NodeDay, branch: Organization) -> None:
    """After a clash has been told, let the next save of the same page stand."""
    observance = NodeDayObservance.objects.filter(node_day=node_day, organization=branch).first()
    if observance is not None:
        seen_now(form, observance)


@require_http_methods(["GET", "POST"])
def observance_cancel(request: HttpRequest, organization_id: int, number: int) -> HttpResponse:
    """Say why a branch did not mark a node day."""
    branch, node_day = _found(request, organization_id, number)
    observance = NodeDayObservance.objects.filter(node_day=node_day, organization=branch).first()
    form = ReasonForm(request.POST or None, initial={"seen": observance.revision if observance else 0})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.call_off_observance(
                node_day, branch, reason=said["reason"], seen=said["seen"] or 0, by=name_of(request.user)
            )
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect(_calendar(branch, node_day.anniversary_on.year))
    context = {
        "organization": branch,
        "name": node_day.name,
        "form": form,
        "back": _calendar(branch, node_day.anniversary_on.year),
    }
    return render(request, "gatherings/reason_form.html", context)


def _found(request: HttpRequest, organization_id: int, number: int) -> tuple[Organization, NodeDay]:
    branch = visible_organization(request.user, organization_id, action="record_work")
    return branch, get_object_or_404(NodeDay.objects.of(branch), pk=number)
