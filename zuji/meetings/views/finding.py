"""What every page of a meeting begins with: find it for this reader, or there is no such page."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from zuji.meetings.models import Meeting
from zuji.meetings.permissions import can_record_meetings


def meeting_for(request: HttpRequest, number: int) -> Meeting:
    """Find a meeting that the reader may see."""
    meetings = Meeting.objects.visible_to(request.user).select_related(
        "organization__parent", "chaired_by", "recorder", "minutes"
    )
    found: Meeting = get_object_or_404(meetings, pk=number)
    return found


def meeting_to_record(request: HttpRequest, number: int) -> Meeting:
    """Find a meeting that the reader may plan and record."""
    meeting = meeting_for(request, number)
    if not can_record_meetings(request.user, meeting.organization):
        raise Http404
    return meeting
