"""The minutes: written matter by matter, and approved."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.gatherings.forms import seen_now
from zuji.gatherings.permissions import can_approve
from zuji.gatherings.views.finding import gathering_for, gathering_to_record
from zuji.meetings import actions
from zuji.meetings.forms import MinutesForm
from zuji.meetings.models import Meeting, MeetingMinutes
from zuji.meetings.noun import MEETING
from zuji.organizations.queries import members_on, name_of


@require_http_methods(["GET", "POST"])
def minutes_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Write the minutes; a page grown stale is refused with everything typed still in it."""
    meeting = gathering_to_record(request, MEETING, number)
    people = members_on(meeting.organization, meeting.held_on)
    form = MinutesForm(request.POST or None, meeting=meeting, people=people, initial={"seen": meeting.revision})
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.write_minutes(
                meeting,
                words=form.words,
                assignments=form.assignments,
                seen=form.cleaned_data["seen"],
                by=name_of(request.user),
            )
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
            seen_now(form, meeting)
        else:
            return redirect("meetings:meeting-detail", number=meeting.pk)
    context = {
        "organization": meeting.organization,
        "meeting": meeting,
        "form": form,
        "theirs": Meeting.objects.get(pk=meeting.pk).agenda.all() if status == 409 else [],
    }
    return render(request, "meetings/minutes_form.html", context, status=status)


@require_POST
def approval_create(request: HttpRequest, number: int) -> HttpResponse:
    """Approve the minutes."""
    meeting = gathering_for(request, MEETING, number)
    minutes = get_object_or_404(MeetingMinutes, meeting=meeting)
    if not can_approve(request.user, meeting.organization):
        raise Http404
    try:
        actions.approve_minutes(minutes, on=today(), by=name_of(request.user))
    except ZujiError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The minutes are approved; they stay as they are."))
    return redirect("meetings:meeting-detail", number=meeting.pk)
