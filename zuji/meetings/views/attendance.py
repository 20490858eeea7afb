"""Who came, in one screen: everyone present to begin with, a tap for the exceptions."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.meetings import actions
from zuji.meetings.forms import AttendanceForm, seen_now
from zuji.meetings.permissions import can_approve_minutes
from zuji.meetings.queries import expected_at, first_marks, other_marks
from zuji.meetings.views.finding import meeting_for, meeting_to_record
from zuji.organizations.queries import name_of


@require_http_methods(["GET", "POST"])
def attendance_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Mark who came; saving says that the meeting took place."""
    meeting = meeting_to_record(request, number)
    people = expected_at(meeting)
    first = {} if request.method == "POST" else first_marks(meeting, people)
    form = AttendanceForm(request.POST or None, people=people, first=first, initial={"seen": meeting.revision})
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.hold_meeting(
                meeting, marks=form.marks, seen=form.cleaned_data["seen"], on=today(), by=name_of(request.user)
            )
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
            seen_now(form, meeting)
        else:
            messages.success(request, _("Saved: who came is recorded, and the meeting counts."))
            return redirect("meetings:meeting-detail", number=meeting.pk)
    marks = [row["value"] for row in form.rows]
    context = {
        "organization": meeting.organization,
        "meeting": meeting,
        "form": form,
        "people": form.rows,
        "present_count": marks.count("present"),
        "leave_count": marks.count("leave"),
        "absent_count": marks.count("absent"),
        "theirs": other_marks(meeting, form.marks) if status == 409 else [],
    }
    return render(request, "meetings/attendance_form.html", context, status=status)


@require_POST
def confirmation_create(request: HttpRequest, number: int) -> HttpResponse:
    """Vouch for a meeting that was entered late."""
    meeting = meeting_for(request, number)
    if not can_approve_minutes(request.user, meeting):
        raise Http404
    try:
        actions.confirm_meeting(meeting, by=name_of(request.user))
    except ZujiError as error:
        messages.error(request, str(error))
    return redirect("meetings:meeting-detail", number=meeting.pk)
