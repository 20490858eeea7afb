"""The list of meetings, one meeting, planning it and calling it off."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import chosen_period, picker_of
from zuji.foundation.recording import RecordingError
from zuji.meetings import actions
from zuji.meetings.forms import CancellationForm, MeetingForm, seen_now, shown_plan
from zuji.meetings.models import Meeting
from zuji.meetings.permissions import can_approve_minutes, can_complete, can_record_meetings
from zuji.meetings.queries import (
    is_late_and_unconfirmed,
    last_alike,
    leave_of,
    meeting_years,
    meetings_of,
    notice_words,
    turnout_of,
)
from zuji.meetings.views.finding import meeting_for, meeting_to_record
from zuji.organizations.models import Organization
from zuji.organizations.permissions import own_member, visible_branch, visible_organization
from zuji.organizations.queries import members_on, name_of


def meeting_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """A branch's meetings of a year, and the one button that plans the next from the last."""
    branch = visible_branch(request.user, organization_id)
    years = meeting_years(branch)
    period = chosen_period(request.GET, fallback_year=years[-1] if years else today().year)
    context = {
        "organization": branch,
        "period": period,
        "picker": picker_of(period, {*years, today().year}, request.path),
        "meetings": meetings_of(branch, period.year),
        "may_record": can_record_meetings(request.user, branch),
    }
    return render(request, "meetings/meeting_list.html", context)


def meeting_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One meeting, from its plan to its minutes."""
    meeting = meeting_for(request, number)
    may_record = can_record_meetings(request.user, meeting.organization)
    own = own_member(request.user)
    turnout = turnout_of(meeting) if meeting.status == "held" and meeting.kind == "all_member" else None
    context = {
        "organization": meeting.organization,
        "meeting": meeting,
        "minutes": getattr(meeting, "minutes", None),
        "agenda": meeting.agenda.all(),
        "turnout": turnout,
        "people": turnout.in_words(tells_kind=may_record) if turnout else [],
        "leave_requests": leave_of(meeting, request.user, sees_all=may_record),
        "tasks": [(item, can_complete(request.user, item)) for item in meeting.action_items.select_related("owner")],
        "notice": notice_words(meeting),
        "may_record": may_record,
        "may_approve": can_approve_minutes(request.user, meeting),
        "may_ask_leave": own is not None
        and members_on(meeting.organization, meeting.held_on).filter(pk=own.pk).exists(),
        "needs_confirming": is_late_and_unconfirmed(meeting),
        "has_begun": meeting.held_on <= today(),
    }
    return render(request, "meetings/meeting_detail.html", context)


@require_http_methods(["GET", "POST"])
def meeting_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Plan a meeting; the page begins with what the last one was like."""
    branch = visible_organization(request.user, organization_id, action="record_work")
    kind = request.GET.get("kind", "all_member")
    before = last_alike(branch, kind, today())
    first = (
        shown_plan(before) | {"held_on": None, "topic": "", "seen": None} if before else {"venue": branch.usual_venue}
    )
    form = MeetingForm(request.POST or None, initial={"kind": kind} | first, people=members_on(branch, today()))
    if request.method == "POST" and form.is_valid():
        try:
            planned = actions.plan_meeting(branch, by=name_of(request.user), agenda=form.titles, **form.meeting_fields)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            if not planned.is_new:
                messages.info(request, _("There is a meeting of this kind on that day already; here it is."))
            return redirect("meetings:meeting-detail", number=planned.record.pk)
    return _plan_page(request, branch, form, None)


@require_http_methods(["GET", "POST"])
def meeting_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change a planned meeting."""
    meeting = meeting_to_record(request, number)
    people = members_on(meeting.organization, meeting.held_on)
    form = MeetingForm(request.POST or None, initial=shown_plan(meeting), people=people)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_plan(
                meeting,
                by=name_of(request.user),
                seen=form.cleaned_data["seen"] or 0,
                agenda=form.titles,
                **form.meeting_fields,
            )
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
            seen_now(form, meeting)
        else:
            return redirect("meetings:meeting-detail", number=meeting.pk)
    return _plan_page(request, meeting.organization, form, meeting, status=status)


def _plan_page(
    request: HttpRequest, branch: Organization, form: MeetingForm, meeting: Meeting | None, *, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {"organization": branch, "form": form, "meeting": meeting}
    return render(request, "meetings/meeting_form.html", context, status=status)


@require_POST
def notice_create(request: HttpRequest, number: int) -> HttpResponse:
    """Note that notice went out."""
    meeting = meeting_to_record(request, number)
    try:
        actions.give_notice(meeting, on=today(), by=name_of(request.user))
    except ZujiError as error:
        messages.error(request, str(error))
    return redirect("meetings:meeting-detail", number=meeting.pk)


@require_http_methods(["GET", "POST"])
def cancellation_create(request: HttpRequest, number: int) -> HttpResponse:
    """Say that a meeting did not take place, and why."""
    meeting = meeting_to_record(request, number)
    form = CancellationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.cancel_meeting(meeting, reason=form.cleaned_data["reason"], by=name_of(request.user))
        except ZujiError as error:
            form.add_error("reason", str(error))
        else:
            return redirect("meetings:meeting-detail", number=meeting.pk)
    context = {"organization": meeting.organization, "meeting": meeting, "form": form}
    return render(request, "meetings/cancellation_form.html", context)
