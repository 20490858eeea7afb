"""Work plans and summaries of a branch: written, approved, and reported to its members."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import chosen_period, picker_of
from zuji.foundation.recording import FIRST_YEAR, LAST_YEAR, RecordingError
from zuji.gatherings.forms import seen_now
from zuji.gatherings.permissions import can_approve, can_record
from zuji.meetings import actions
from zuji.meetings.forms.votes import ReasonForm
from zuji.meetings.forms.work_papers import ReportForm, WorkPaperForm
from zuji.meetings.models import WORK_PAPERS, WorkPaper
from zuji.meetings.queries.work_papers import paper_years, slots_of
from zuji.organizations.permissions import visible_branch, visible_organization
from zuji.organizations.queries import name_of


def _paper_for(request: HttpRequest, kind: str, number: int) -> WorkPaper:
    papers = WORK_PAPERS[kind].objects.visible_to(request.user)
    found: WorkPaper = get_object_or_404(
        papers.select_related("organization__parent", "reported_at_meeting"), pk=number
    )
    return found


def _address(paper: WorkPaper) -> str:
    return reverse(f"meetings:work-{paper.kind}-detail", args=[paper.pk])


def work_paper_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The plan and the summary of a branch's year."""
    branch = visible_branch(request.user, organization_id)
    period = chosen_period(request.GET, fallback_year=today().year)
    years = {*paper_years(branch), today().year, today().year + 1}
    context = {
        "organization": branch,
        "period": period,
        "picker": picker_of(period, years, request.path),
        "slots": [
            (slot, _address(slot.paper) if slot.paper else _writing(branch.pk, slot.kind, slot.year))
            for slot in slots_of(branch, period.year)
        ],
        "may_record": can_record(request.user, branch),
    }
    return render(request, "meetings/work_paper_list.html", context)


def _writing(branch: int, kind: str, year: int) -> str:
    return reverse(f"meetings:work-{kind}-edit", args=[branch, year])


def work_paper_detail(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    """One plan or summary, and how far it is."""
    paper = _paper_for(request, kind, number)
    names = ("approval", "report", "step-removal")
    context = {
        "organization": paper.organization,
        "paper": paper,
        "writing_url": _writing(paper.organization_id, kind, paper.year),
        "urls": {
            name.replace("-", "_"): reverse(f"meetings:work-{kind}-{name}-create", args=[number]) for name in names
        },
        "record_url": reverse("footprints:record-detail", args=[paper._meta.db_table, paper.pk]),
        "may_record": can_record(request.user, paper.organization),
        "may_approve": can_approve(request.user, paper.organization),
    }
    return render(request, "meetings/work_paper_detail.html", context)


@require_http_methods(["GET", "POST"])
def work_paper_edit(request: HttpRequest, organization_id: int, year: int, kind: str) -> HttpResponse:
    """Write a plan or summary; a page grown stale is refused with everything typed still in it."""
    branch = visible_organization(request.user, organization_id, action="record_work")
    if branch.level != "branch" or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    model = WORK_PAPERS[kind]
    paper = model.objects.of(branch).filter(year=year).first()
    if paper is not None and paper.is_approved and request.method == "GET":
        return redirect(_address(paper))
    first = {"text": paper.text, "seen": paper.revision} if paper else {"seen": 0}
    form = WorkPaperForm(request.POST or None, draft=f"work-{kind}-{branch.pk}-{year}", initial=first)
    status = 200
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            written = actions.write_work_paper(
                model, branch, year=year, text=said["text"], seen=said["seen"], by=name_of(request.user)
            )
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
            paper = model.objects.of(branch).filter(year=year).first()
            seen_now(form, paper)
        else:
            return redirect(_address(written))
    context: dict[str, Any] = {
        "organization": branch,
        "word": model.word,
        "year": year,
        "form": form,
        "paper": paper,
        "theirs": paper.text if paper and status == 409 else "",
    }
    return render(request, "meetings/work_paper_form.html", context, status=status)


@require_POST
def approval_create(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    """Approve a plan or summary."""
    paper = _paper_for(request, kind, number)
    if not can_approve(request.user, paper.organization):
        raise Http404
    actions.approve_work_paper(paper, on=today(), by=name_of(request.user))
    return redirect(_address(paper))


@require_http_methods(["GET", "POST"])
def report_create(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    """Note that the members were told."""
    paper = _paper_for(request, kind, number)
    if not can_record(request.user, paper.organization):
        raise Http404
    form = ReportForm(request.POST or None, branch=paper.organization)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.report_work_paper(paper, meeting=said["meeting"], reported_on=said["reported_on"], today=today())
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect(_address(paper))
    context = {"organization": paper.organization, "paper": paper, "form": form, "paper_url": _address(paper)}
    return render(request, "meetings/work_paper_report.html", context)


@require_http_methods(["GET", "POST"])
def step_removal_create(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    """Take the last step back, with a reason."""
    paper = _paper_for(request, kind, number)
    if not can_approve(request.user, paper.organization):
        raise Http404
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_back_step(paper, reason=form.cleaned_data["reason"], by=name_of(request.user))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect(_address(paper))
    context = {"organization": paper.organization, "paper": paper, "form": form, "paper_url": _address(paper)}
    return render(request, "meetings/work_paper_step_removal.html", context)
