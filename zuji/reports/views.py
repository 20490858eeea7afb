"""Papers to take away: the same facts as the pages, as files."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from zuji.foundation.errors import ZujiError
from zuji.meetings.models import Meeting, MeetingMinutes
from zuji.reports.papers import minutes
from zuji.reports.papers.minutes import MinutesPaper
from zuji.reports.queries import minutes_paper

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def minutes_docx(request: HttpRequest, number: int) -> HttpResponse:
    """The minutes of a meeting as a Word file; a draft says that it is one."""
    paper = _minutes(request, number)
    return _file(minutes.minutes_docx(paper), WORD, f"minutes-{paper.held_on:%Y-%m-%d}.docx")


@require_safe
def minutes_pdf(request: HttpRequest, number: int) -> HttpResponse:
    """The same as a PDF; a machine without a Chinese font says so, and leads back to the meeting."""
    paper = _minutes(request, number)
    try:
        written = minutes.minutes_pdf(paper)
    except ZujiError as error:
        messages.error(request, str(error))
        return redirect("meetings:meeting-detail", number=number)
    return _file(written, "application/pdf", f"minutes-{paper.held_on:%Y-%m-%d}.pdf")


def _minutes(request: HttpRequest, number: int) -> MinutesPaper:
    meetings = Meeting.objects.visible_to(request.user)
    found = MeetingMinutes.objects.select_related("meeting__organization")
    return minutes_paper(get_object_or_404(found, meeting__in=meetings, meeting=number))


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=content_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
