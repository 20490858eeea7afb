"""What research became: speeches, papers, articles."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.derivations.actions import derive
from zuji.derivations.queries import links_for, readable
from zuji.footprints.facts import reference_to
from zuji.foundation.clock import today
from zuji.foundation.periods import chosen_period, picker_of
from zuji.organizations.permissions import visible_branch, visible_organization
from zuji.organizations.queries import members_on, name_of
from zuji.research import actions
from zuji.research.forms import ConversionForm, SpeechForm
from zuji.research.models import PlenarySpeech, ResearchConversion, ResearchProject
from zuji.research.permissions import can_keep
from zuji.research.queries import speeches_of
from zuji.research.views.finding import FormPage, address_of, answer, form_page, project_to_keep


@require_http_methods(["GET", "POST"])
def conversion_create(request: HttpRequest, number: int) -> HttpResponse:
    """Note an output that is no record here."""
    project = project_to_keep(request, number)
    form = ConversionForm(request.POST or None, initial={"on": today()})
    return answer(
        request,
        form,
        lambda: actions.add_conversion(project, by=name_of(request.user), today=today(), **form.cleaned_data),
        form_page(project, _("Another output")),
    )


@require_POST
def conversion_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take an output back."""
    projects = ResearchProject.objects.visible_to(request.user)
    rows = ResearchConversion.objects.filter(project__in=projects).select_related("project__organization")
    conversion = get_object_or_404(rows, pk=number)
    if not can_keep(request.user, conversion.project.organization):
        raise Http404
    actions.remove_conversion(conversion)
    return redirect(address_of(conversion.project))


def speech_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """A branch's speeches of a year."""
    branch = visible_branch(request.user, organization_id)
    period = chosen_period(request.GET, fallback_year=today().year)
    context = {
        "organization": branch,
        "period": period,
        "picker": picker_of(period, {today().year, today().year - 1}, request.path),
        "speeches": speeches_of(branch, period.year, request.user),
        "may_keep": can_keep(request.user, branch),
    }
    return render(request, "research/speech_list.html", context)


@require_http_methods(["GET", "POST"])
def speech_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Record a speech, written from a record where the address names one."""
    branch = visible_organization(request.user, organization_id, action="keep_participation")
    if branch.level != "branch":
        raise Http404
    source = request.GET.get("source", "")
    sources = readable([source], request.user)
    form = SpeechForm(request.POST or None, people=members_on(branch, today()), initial={"on": today()})
    made: list[PlenarySpeech] = []

    def save() -> None:
        by = name_of(request.user)
        speech = actions.record_speech(branch, by=by, **form.cleaned_data).record
        for each in sources:
            derive(speech, each, organization=branch, by=by, on=today())
        made.append(speech)

    page = answer(request, form, save, FormPage(branch, _("New speech"), (_("Speeches"), "../")))
    return redirect("research:speech-detail", number=made[0].pk) if made else page


def speech_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One speech."""
    visible = PlenarySpeech.objects.visible_to(request.user).select_related("organization__parent", "speaker")
    speech = get_object_or_404(visible, pk=number)
    reference = reference_to(speech)
    context = {
        "organization": speech.organization,
        "speech": speech,
        "links": links_for(reference, request.user),
        "noun_and_number": reference.split(":"),
    }
    return render(request, "research/speech_detail.html", context)
