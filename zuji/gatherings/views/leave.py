"""Leave: asked for by the member, entered for another, decided."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.gatherings import actions
from zuji.gatherings.forms import LeaveDecisionForm, LeaveForm
from zuji.gatherings.noun import GatheringNoun
from zuji.gatherings.permissions import can_record
from zuji.gatherings.views.finding import gathering_for, whose
from zuji.organizations.queries import members_on, name_of


@require_http_methods(["GET", "POST"])
def leave_create(request: HttpRequest, number: int, noun: GatheringNoun) -> HttpResponse:
    """Ask leave: for oneself, or with `?for=other` for somebody who asked by phone, on paper or in person."""
    gathering = gathering_for(request, noun, number)
    own = whose(request, gathering)
    people = members_on(gathering.organization, gathering.held_on)
    form = LeaveForm(request.POST or None, people=people, own=own, initial={"kind": "leave"})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        by = name_of(request.user)
        try:
            actions.ask_leave(
                gathering, form.who, kind=said["kind"], reason=said["reason"], on=today(), by=by, ground=form.how
            )
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect(noun.pages(gathering)["detail"])
    context = {
        "organization": gathering.organization,
        "gathering": gathering,
        "pages": noun.pages(gathering),
        "form": form,
        "is_own": own is not None,
    }
    return render(request, "gatherings/leave_form.html", context)


@require_POST
def decision_create(request: HttpRequest, number: int, noun: GatheringNoun) -> HttpResponse:
    """Grant or decline a leave."""
    requests = noun.part("leave_requests")
    field = requests.gathering_field
    visible = requests.objects.filter(**{f"{field}__in": noun.model.objects.visible_to(request.user)})
    asked = get_object_or_404(visible.select_related(f"{field}__organization", "member"), pk=number)
    if not can_record(request.user, asked.gathering.organization):
        raise Http404
    form = LeaveDecisionForm(request.POST)
    if form.is_valid():
        try:
            actions.decide_leave(asked, is_granted=form.cleaned_data["state"] == "granted", by=name_of(request.user))
        except ZujiError as error:
            messages.error(request, str(error))
    return redirect(noun.pages(asked.gathering)["detail"])
