"""Papers to take away: the same facts as the pages, as files."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import chosen_month, chosen_period
from zuji.infos.queries.tables import info_tables as tables_of_infos
from zuji.institutions.actions import refresh
from zuji.meetings.models import Meeting, MeetingMinutes
from zuji.organizations.permissions import visible_branch
from zuji.proposals.models import Proposal
from zuji.proposals.permissions import can_enter_steps, can_write
from zuji.reports.info_tables import info_tables_xlsx
from zuji.reports.papers import minutes, proposal, research
from zuji.reports.papers.invitation import invitation_pdf
from zuji.reports.papers.minutes import MinutesPaper
from zuji.reports.papers.proposal import ProposalPaper
from zuji.reports.papers.research import LetterPaper, ReportPaper
from zuji.reports.queries import invitation_paper, letter_paper, minutes_paper, proposal_paper, report_paper
from zuji.research.models import ResearchLetter, ResearchProject, ResearchReport
from zuji.service.models import Lecture
from zuji.service.permissions import can_keep

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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
    back = reverse("meetings:meeting-detail", args=[number])
    return _pdf(request, lambda: minutes.minutes_pdf(paper), f"minutes-{paper.held_on:%Y-%m-%d}.pdf", back=back)


@require_safe
def info_tables(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The four tables of infos of a month or a year as a workbook."""
    branch = visible_branch(request.user, organization_id)
    period = chosen_period(request.GET, fallback_year=today().year)
    month = chosen_month(request.GET)
    refresh(branch, period.year, today=today())
    name = f"infos-{period.year}" + (f"-{month:02d}" if month else "")
    return _file(info_tables_xlsx(tables_of_infos(branch, period.year, month)), EXCEL, f"{name}.xlsx")


@require_safe
def lecture_invitation_pdf(request: HttpRequest, number: int) -> HttpResponse:
    """The sheet that goes to the host of a lecture, for who keeps the lectures."""
    lectures = Lecture.objects.visible_to(request.user).select_related("organization", "host_unit")
    lecture = get_object_or_404(lectures.prefetch_related("speakers__member"), pk=number)
    if not can_keep(request.user, lecture.organization):
        raise Http404
    paper = invitation_paper(lecture, on=today())
    back = reverse("service:lecture-detail", args=[number])
    return _pdf(request, lambda: invitation_pdf(paper), f"invitation-{lecture.held_on:%Y-%m-%d}.pdf", back=back)


def _minutes(request: HttpRequest, number: int) -> MinutesPaper:
    meetings = Meeting.objects.visible_to(request.user)
    found = MeetingMinutes.objects.select_related("meeting__organization")
    return minutes_paper(get_object_or_404(found, meeting__in=meetings, meeting=number))


@require_safe
def research_docx(request: HttpRequest, number: int) -> HttpResponse:
    """A research report as a Word file; one not signed off says that it is a draft."""
    return _file(research.report_docx(_report(request, number)), WORD, f"research-{number}.docx")


@require_safe
def research_pdf(request: HttpRequest, number: int) -> HttpResponse:
    """The same as a PDF; a machine without a Chinese font says so, and leads back to the project."""
    paper = _report(request, number)
    back = reverse("research:project-detail", args=[number])
    return _pdf(request, lambda: research.report_pdf(paper), f"research-{number}.pdf", back=back)


def _report(request: HttpRequest, number: int) -> ReportPaper:
    projects = ResearchProject.objects.visible_to(request.user)
    found = ResearchReport.objects.select_related("project__organization")
    return report_paper(get_object_or_404(found, project__in=projects, project=number))


@require_safe
def research_letter_docx(request: HttpRequest, number: int) -> HttpResponse:
    """A letter to a host unit as a Word file."""
    _letter, paper = _letter_paper(request, number)
    return _file(research.letter_docx(paper), WORD, f"letter-{paper.on:%Y-%m-%d}.docx")


@require_safe
def research_letter_pdf(request: HttpRequest, number: int) -> HttpResponse:
    """The same as a PDF."""
    letter, paper = _letter_paper(request, number)
    back = reverse("research:project-detail", args=[letter.project_id])
    return _pdf(request, lambda: research.letter_pdf(paper), f"letter-{paper.on:%Y-%m-%d}.pdf", back=back)


def _letter_paper(request: HttpRequest, number: int) -> tuple[ResearchLetter, LetterPaper]:
    projects = ResearchProject.objects.visible_to(request.user)
    letters = ResearchLetter.objects.select_related("project__organization")
    letter = get_object_or_404(letters, project__in=projects, pk=number)
    return letter, letter_paper(letter)


@require_safe
def proposal_docx(request: HttpRequest, number: int) -> HttpResponse:
    """A proposal as a Word file, as screening bodies want it; one not submitted says that it is a draft."""
    return _file(proposal.proposal_docx(_proposal(request, number)), WORD, f"proposal-{number}.docx")


@require_safe
def proposal_pdf(request: HttpRequest, number: int) -> HttpResponse:
    """The same as a PDF to print."""
    paper = _proposal(request, number)
    back = reverse("proposals:proposal-detail", args=[number])
    return _pdf(request, lambda: proposal.proposal_pdf(paper), f"proposal-{number}.pdf", back=back)


def _proposal(request: HttpRequest, number: int) -> ProposalPaper:
    found = Proposal.objects.visible_to(request.user).select_related("organization", "written_by").distinct()
    record = get_object_or_404(found, pk=number)
    # the contact is for those who handle the text; a telephone is nobody else's
    is_theirs = can_write(request.user, record) or can_enter_steps(request.user, record)
    return proposal_paper(record, with_contact=is_theirs)


def _pdf(request: HttpRequest, write: Callable[[], bytes], name: str, *, back: str) -> HttpResponse:
    """Give a PDF; a machine without a Chinese font says so, and leads back to the record."""
    try:
        written = write()
    except ZujiError as error:
        messages.error(request, str(error))
        return redirect(back)
    return _file(written, "application/pdf", name)


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=content_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
