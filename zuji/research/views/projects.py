"""The list of research, one project, and the steps of its life."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.attachments.queries import attachments_of
from zuji.derivations.queries import links_for, pages_for_writing
from zuji.footprints.facts import reference_to
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import chosen_period, picker_of
from zuji.organizations.permissions import visible_branch, visible_organization
from zuji.organizations.queries import members_on, name_of
from zuji.research import actions
from zuji.research.forms import ProjectForm, ReasonForm, SignOffForm
from zuji.research.forms.projects import first_sign_off, shown_project
from zuji.research.models import ResearchProject
from zuji.research.permissions import can_keep, can_note_stop, can_sign_off
from zuji.research.queries import NEXT, length_of, people_for, project_years, projects_of, togetherness_of
from zuji.research.views.finding import FormPage, address_of, answer, form_page, project_for, project_to_keep


def project_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """A branch's research of a year, with its state and what is next."""
    branch = visible_branch(request.user, organization_id)
    years = project_years(branch)
    period = chosen_period(request.GET, fallback_year=today().year)
    context = {
        "organization": branch,
        "period": period,
        "picker": picker_of(period, {*years, today().year}, request.path),
        "projects": [(project, NEXT[project.state]) for project in projects_of(branch, period.year, request.user)],
        "may_keep": can_keep(request.user, branch),
    }
    return render(request, "research/project_list.html", context)


def project_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One project, from its topic to what it became."""
    project = project_for(request, number)
    branch = project.organization
    stops = list(project.stops.all())
    pictures = attachments_of(reference_to(stop) for stop in stops)
    report = getattr(project, "report", None)
    reference = reference_to(project)
    may_keep = can_keep(request.user, branch)
    context = {
        "organization": branch,
        "project": project,
        "plan": getattr(project, "plan", None),
        "report": report,
        "versions": report.versions.all() if report else [],
        "letters": project.letters.all(),
        "stops": [(stop, pictures[reference_to(stop)]) for stop in stops],
        "events": project.events.all(),
        "conversions": project.conversions.all(),
        "people": [row.member for row in project.participations.select_related("member").order_by("member__member_no")],
        "together": togetherness_of(project, project.report_on or today()),
        "length": length_of(report, branch, today()),
        "links": links_for(reference, request.user),
        "writing": pages_for_writing(reference, branch) if project.report_on else [],
        "noun_and_number": reference.split(":"),
        "next": NEXT[project.state],
        "may_keep": may_keep,
        "may_write": project.is_open and (may_keep or can_note_stop(request.user, project)),
        "may_sign": can_sign_off(request.user, branch),
    }
    return render(request, "research/project_detail.html", context)


@require_http_methods(["GET", "POST"])
def project_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """立题: a topic that the committee chose."""
    branch = visible_organization(request.user, organization_id, action="keep_participation")
    if branch.level != "branch":
        raise Http404
    form = ProjectForm(request.POST or None, people=members_on(branch, today()), initial={"chosen_on": today()})
    made: list[ResearchProject] = []

    def save() -> None:
        said = form.project_fields | {"on": form.cleaned_data["chosen_on"]}
        begun = actions.begin_project(branch, by=name_of(request.user), today=today(), **said)
        made.append(begun.record)

    page = answer(
        request,
        form,
        save,
        FormPage(branch, _("New research"), (_("Research"), f"../?year={today().year}")),
    )
    return redirect(address_of(made[0])) if made else page


@require_http_methods(["GET", "POST"])
def project_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change the topic, the days and who takes part."""
    project = project_to_keep(request, number)
    on = project.from_on or project.chosen_on or today()
    form = ProjectForm(
        request.POST or None,
        people=people_for(project, on),
        project=project,
        initial=shown_project(project),
    )

    def save() -> None:
        said = form.project_fields
        actions.change_project(project, seen=form.cleaned_data["seen"] or 0, by=name_of(request.user), **said)

    def now() -> tuple[int, str]:
        project.refresh_from_db()
        return project.revision, project.title

    return answer(
        request,
        form,
        save,
        form_page(project, _("Change topic, days and people"), now=now),
    )


@require_http_methods(["GET", "POST"])
def cancellation_create(request: HttpRequest, number: int) -> HttpResponse:
    """Call a project off, with the reason."""
    project = project_to_keep(request, number)
    form = ReasonForm(request.POST or None)
    return answer(
        request,
        form,
        lambda: actions.call_off(project, reason=form.cleaned_data["reason"], on=today(), by=name_of(request.user)),
        form_page(project, _("Call the research off"), button=_("Call off"), button_kind="danger"),
    )


@require_POST
def closing_create(request: HttpRequest, number: int) -> HttpResponse:
    """Close a project whose report was made use of."""
    project = project_to_keep(request, number)
    try:
        actions.close_project(project, on=today(), by=name_of(request.user))
    except ZujiError as error:
        messages.error(request, str(error))
    return redirect(address_of(project))


@require_http_methods(["GET", "POST"])
def sign_off_create(request: HttpRequest, number: int) -> HttpResponse:
    """Sign the report off, confirming whether it was done together."""
    project = project_for(request, number)
    if not can_sign_off(request.user, project.organization):
        raise Http404
    report = getattr(project, "report", None)
    together = togetherness_of(project, today())
    first = first_sign_off(today(), report.revision if report else 0, is_collective=together.is_collective)
    form = SignOffForm(request.POST or None, initial=first)

    def save() -> None:
        said = form.cleaned_data
        actions.sign_off(
            project,
            is_collective=said["is_collective"],
            seen=said["seen"],
            on=said["on"],
            by=name_of(request.user),
            today=today(),
        )

    return answer(
        request,
        form,
        save,
        form_page(project, _("Sign the report off"), button=_("Sign off")),
        together=together,
    )


@require_http_methods(["GET", "POST"])
def sign_off_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take the sign-off back, with the reason."""
    project = project_for(request, number)
    if not can_sign_off(request.user, project.organization):
        raise Http404
    form = ReasonForm(request.POST or None)
    return answer(
        request,
        form,
        lambda: actions.take_back_sign_off(
            project, reason=form.cleaned_data["reason"], on=today(), by=name_of(request.user)
        ),
        form_page(project, _("Take the sign-off back"), button=_("Take back"), button_kind="danger"),
    )
