"""Speeches to plenaries: a year's list, one of them, and putting it right."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zuji.derivations.actions import derive
from zuji.derivations.queries import links_for, readable
from zuji.footprints.facts import reference_to
from zuji.foundation.clock import today
from zuji.foundation.periods import chosen_period, picker_of
from zuji.organizations.permissions import visible_branch, visible_organization
from zuji.organizations.queries import members_on, name_of
from zuji.research import actions
from zuji.research.forms import SpeechForm, shown_speech
from zuji.research.models import PlenarySpeech
from zuji.research.permissions import can_keep
from zuji.research.queries import speakers_for, speeches_of, words_of_speech
from zuji.research.views.finding import FormPage, answer


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
    form = SpeechForm(
        request.POST or None, people=members_on(branch, today()), initial={"on": today(), "level": "city"}
    )
    made: list[PlenarySpeech] = []

    def save() -> None:
        by = name_of(request.user)
        speech = actions.record_speech(branch, by=by, today=today(), **form.speech_fields).record
        for each in sources:
            derive(speech, each, organization=branch, by=by, on=today())
        made.append(speech)

    page = answer(request, form, save, FormPage(branch, _("New speech"), (_("Speeches"), "../")))
    return redirect("research:speech-detail", number=made[0].pk) if made else page


def _speech(request: HttpRequest, number: int) -> PlenarySpeech:
    visible = PlenarySpeech.objects.visible_to(request.user).select_related("organization__parent", "speaker")
    speech: PlenarySpeech = get_object_or_404(visible, pk=number)
    return speech


def speech_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One speech."""
    speech = _speech(request, number)
    reference = reference_to(speech)
    context = {
        "organization": speech.organization,
        "speech": speech,
        "events": speech.events.all(),
        "may_keep": can_keep(request.user, speech.organization),
        "links": links_for(reference, request.user),
        "noun_and_number": reference.split(":"),
    }
    return render(request, "research/speech_detail.html", context)


@require_http_methods(["GET", "POST"])
def speech_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Put right what is said of a speech."""
    speech = _speech(request, number)
    if not can_keep(request.user, speech.organization):
        raise Http404
    form = SpeechForm(request.POST or None, people=speakers_for(speech), initial=shown_speech(speech))

    def save() -> None:
        seen, by = form.cleaned_data["seen"] or 0, name_of(request.user)
        actions.change_speech(speech, seen=seen, by=by, today=today(), **form.speech_fields)

    def now() -> tuple[int, str]:
        speech.refresh_from_db()
        return speech.revision, words_of_speech(speech)

    back = (speech.title, reverse("research:speech-detail", args=[speech.pk]))
    return answer(request, form, save, FormPage(speech.organization, _("Change the speech"), back, now=now))
