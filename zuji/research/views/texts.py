"""Plan, letters and report."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zuji.foundation.clock import today
from zuji.organizations.queries import name_of
from zuji.research import actions
from zuji.research.forms import FileForm, LetterForm, PlanForm, ReportForm
from zuji.research.models import PLAN_PARTS, REPORT_PARTS, ResearchPlan, ResearchReport
from zuji.research.queries import length_of
from zuji.research.views.finding import answer, form_page, project_to_keep, project_to_write


def _now(text: ResearchPlan | ResearchReport) -> tuple[int, str]:
    text.refresh_from_db()
    return text.revision, "\n\n".join(f"{word}\n{words}" for word, words in text.parts)


@require_http_methods(["GET", "POST"])
def plan_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Write the plan."""
    project = project_to_keep(request, number)
    plan = ResearchPlan.objects.filter(project=project).first()
    first = {name: getattr(plan, name) for name in PLAN_PARTS} | {"seen": plan.revision} if plan else {"seen": 0}
    form = PlanForm(request.POST or None, initial=first)
    return answer(
        request,
        form,
        lambda: actions.write_plan(project, words=form.words, seen=form.cleaned_data["seen"], by=name_of(request.user)),
        form_page(project, _("Plan"), now=lambda: _now(ResearchPlan.objects.get(project=project))),
    )


@require_http_methods(["GET", "POST"])
def filing_create(request: HttpRequest, number: int) -> HttpResponse:
    """Note that the plan was filed."""
    project = project_to_keep(request, number)
    committee = project.organization.parent
    form = FileForm(request.POST or None, initial={"on": today(), "body": committee.name if committee else ""})
    return answer(
        request,
        form,
        lambda: actions.file_plan(project, by=name_of(request.user), today=today(), **form.cleaned_data),
        form_page(project, _("File the plan")),
    )


@require_http_methods(["GET", "POST"])
def letter_create(request: HttpRequest, number: int) -> HttpResponse:
    """Write a letter to a host unit."""
    project = project_to_keep(request, number)
    words = _("We intend to look into “%(title)s” and ask you to receive us.") % {"title": project.title}
    form = LetterForm(request.POST or None, initial={"on": today(), "text": words})
    return answer(
        request,
        form,
        lambda: actions.send_letter(project, by=name_of(request.user), **form.cleaned_data),
        form_page(project, _("Letter to a host unit")),
    )


@require_http_methods(["GET", "POST"])
def report_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Write the report; every version is kept."""
    project = project_to_write(request, number)
    report = ResearchReport.objects.filter(project=project).first()
    first = (
        {name: getattr(report, name) for name in REPORT_PARTS} | {"seen": report.revision} if report else {"seen": 0}
    )
    form = ReportForm(request.POST or None, initial=first)
    return answer(
        request,
        form,
        lambda: actions.write_report(
            project, words=form.words, seen=form.cleaned_data["seen"], by=name_of(request.user)
        ),
        form_page(project, _("Report"), now=lambda: _now(ResearchReport.objects.get(project=project))),
        length=length_of(report, project.organization, today()),
    )
