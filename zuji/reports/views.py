"""Papers to take away: the same facts as the pages, as files."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from zuji.meetings.models import Meeting, MeetingMinutes
from zuji.reports.papers.minutes import minutes_docx as written
from zuji.reports.queries import minutes_paper

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def minutes_docx(request: HttpRequest, number: int) -> HttpResponse:
    """The minutes of a meeting as a Word file; a draft says that it is one."""
    meetings = Meeting.objects.visible_to(request.user)
    minutes = get_object_or_404(MeetingMinutes.objects.select_related("meeting"), meeting__in=meetings, meeting=number)
    paper = minutes_paper(minutes)
    answer = HttpResponse(written(paper), content_type=WORD)
    answer.headers["Content-Disposition"] = f'attachment; filename="minutes-{paper.held_on:%Y-%m-%d}.docx"'
    return answer
