"""What every page of a meeting begins with: find it for this reader, or there is no such page."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from zuji.meetings.models import Meeting
from zuji.organizations.entitlements import organizations_seen_by


def meeting_for(request: HttpRequest, number: int) -> Meeting:
    """Find a meeting that the reader may see."""
    return _found(Meeting.objects.visible_to(request.user), number)


def meeting_to_record(request: HttpRequest, number: int) -> Meeting:
    """Find a meeting that the reader may plan and record."""
    branches = organizations_seen_by(request.user, action="record_work")
    return _found(Meeting.objects.filter(organization__in=branches), number)


def _found(meetings: QuerySet[Meeting], number: int) -> Meeting:
    related = meetings.select_related("organization__parent", "chaired_by", "recorder", "minutes")
    return get_object_or_404(related, pk=number)
