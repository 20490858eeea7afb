"""The list of study sessions, one session, planning it, and what it did."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import chosen_period, picker_of
from zuji.foundation.recording import RecordingError
from zuji.gatherings.forms import seen_now
from zuji.gatherings.life import life_of
from zuji.gatherings.permissions import can_record
from zuji.gatherings.views.finding import gathering_for, gathering_to_record
from zuji.organizations.models import Organization
from zuji.organizations.permissions import visible_branch, visible_organization
from zuji.organizations.policies import value_on
from zuji.organizations.queries import members_on, name_of
from zuji.study import actions
from zuji.study.forms.sessions import RecordForm, SeriesForm, SessionForm, shown_session
from zuji.study.models import SESSION_KINDS, StudySession
from zuji.study.noun import SESSION
from zuji.study.queries.sessions import (
    hours_of_year,
    issues_for,
    session_alike,
    session_hours,
    session_years,
    sessions_of,
)


def session_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """A branch's study sessions of a year; with `?kind=` those of one series, whose next is planned from its last."""
    branch = visible_branch(request.user, organization_id)
    years = session_years(branch)
    period = chosen_period(request.GET, fallback_year=years[-1] if years else today().year)
    kind = request.GET.get("kind", "")
    kind = kind if kind in SESSION_KINDS else ""
    context = {
        "organization": branch,
        "period": period,
        "picker": picker_of(period, {*years, today().year}, request.path),
        "kind": kind,
        "series": SeriesForm(initial={"year": period.year, "kind": kind}),
        "sessions": sessions_of(branch, period.year, kind),
        "hours": hours_of_year(branch, period.year, today=today()),
        "may_record": can_record(request.user, branch),
    }
    return render(request, "study/session_list.html", context)


def session_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One session, from its plan to what was done."""
    session = gathering_for(request, SESSION, number, "lead_speaker", "issue")
    days = value_on(session.organization, "notice_days", session.held_on)["study"]
    minutes = value_on(session.organization, "credit_minutes", session.held_on)
    context = {
        "organization": session.organization,
        "session": session,
        "life": life_of(SESSION, session, request.user, today=today(), matters=[], notice_days=days),
        "hours": session_hours(session, minutes),
    }
    return render(request, "study/session_detail.html", context)


@require_http_methods(["GET", "POST"])
def session_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Plan a session; the page begins with what the last of its series was like."""
    branch = visible_organization(request.user, organization_id, action="record_work")
    asked = request.GET.get("kind", "")
    kind = asked if asked in SESSION_KINDS else "monthly"
    before = session_alike(branch, number=request.GET.get("like", ""), kind=kind, before=today())
    first = {"kind": kind, "venue": branch.usual_venue}
    if before is not None:
        first = shown_session(before) | {"held_on": None, "issue": None, "seen": None}
    first["topic"] = request.GET.get("topic", "")[:160]
    form = SessionForm(
        request.POST or None, initial=first, people=members_on(branch, today()), issues=issues_for(branch)
    )
    if request.method == "POST" and form.is_valid():
        try:
            planned = actions.plan_session(branch, by=name_of(request.user), **form.plan)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            if not planned.is_new:
                messages.info(request, _("There is such a session on that day already; here it is."))
            return redirect("study:session-detail", number=planned.record.pk)
    return _plan_page(request, branch, form, None)


@require_http_methods(["GET", "POST"])
def session_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change a planned session."""
    session = gathering_to_record(request, SESSION, number)
    branch = session.organization
    people = members_on(branch, session.held_on)
    form = SessionForm(request.POST or None, initial=shown_session(session), people=people, issues=issues_for(branch))
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_session(session, by=name_of(request.user), seen=form.cleaned_data["seen"] or 0, **form.plan)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
            seen_now(form, session)
        else:
            return redirect("study:session-detail", number=session.pk)
    return _plan_page(request, branch, form, session, status=status)


def _plan_page(
    request: HttpRequest, branch: Organization, form: SessionForm, session: StudySession | None, *, status: int = 200
) -> HttpResponse:
    kept_as = f"session-{session.pk}" if session else f"session-of-{branch.pk}"
    context: dict[str, Any] = {"organization": branch, "form": form, "session": session, "kept_as": kept_as}
    return render(request, "study/session_form.html", context, status=status)


@require_http_methods(["GET", "POST"])
def record_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Write down what a session did; a page grown stale is refused with everything typed still in it."""
    session = gathering_to_record(request, SESSION, number)
    first = {"seen": session.revision, "text": session.record}
    form = RecordForm(request.POST or None, initial=first)
    status = 200
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.write_record(session, text=said["text"], seen=said["seen"], by=name_of(request.user))
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
            seen_now(form, session)
            session.refresh_from_db(fields=["record"])
        else:
            return redirect("study:session-detail", number=session.pk)
    context = {
        "organization": session.organization,
        "session": session,
        "form": form,
        "theirs": session.record if status == 409 else "",
    }
    return render(request, "study/record_form.html", context, status=status)
