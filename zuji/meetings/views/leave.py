"""Leave: asked for by the member, entered for another, decided."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.meetings import actions
from zuji.meetings.forms import LeaveDecisionForm, LeaveForm
from zuji.meetings.models import LeaveRequest, Meeting
from zuji.meetings.permissions import can_record_meetings
from zuji.meetings.views.finding import meeting_for
from zuji.organizations.permissions import own_member
from zuji.organizations.queries import members_on, name_of


@require_http_methods(["GET", "POST"])
def leave_create(request: HttpRequest, number: int) -> HttpResponse:
    """Ask leave: for oneself, or with `?for=other` for somebody who asked by phone, on paper or in person."""
    meeting = meeting_for(request, number)
    people = members_on(meeting.organization, meeting.held_on)
    own = own_member(request.user)
    if request.GET.get("for") == "other" or own is None or not people.filter(pk=own.pk).exists():
        own = None
        if not can_record_meetings(request.user, meeting.organization):
            raise Http404
    form = LeaveForm(request.POST or None, people=people, own=own, initial={"kind": "leave"})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        by = name_of(request.user)
        try:
            actions.ask_leave(
                meeting, form.who, kind=said["kind"], reason=said["reason"], on=today(), by=by, ground=form.how
            )
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect("meetings:meeting-detail", number=meeting.pk)
    context = {"organization": meeting.organization, "meeting": meeting, "form": form, "is_own": own is not None}
    return render(request, "meetings/leave_form.html", context)


@require_POST
def decision_create(request: HttpRequest, number: int) -> HttpResponse:
    """Grant or decline a leave."""
    visible = LeaveRequest.objects.filter(meeting__in=Meeting.objects.visible_to(request.user))
    asked = get_object_or_404(visible.select_related("meeting__organization", "member"), pk=number)
    if not can_record_meetings(request.user, asked.meeting.organization):
        raise Http404
    form = LeaveDecisionForm(request.POST, request=asked)
    if form.is_valid():
        try:
            actions.decide_leave(asked, is_granted=form.cleaned_data["state"] == "granted", by=name_of(request.user))
        except ZujiError as error:
            messages.error(request, str(error))
    return redirect("meetings:meeting-detail", number=asked.meeting_id)
