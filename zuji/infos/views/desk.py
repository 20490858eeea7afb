"""What happens above: a committee's inbox, passing on, not using, and what bodies did."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zuji.foundation.clock import today
from zuji.foundation.periods import chosen_period, picker_of
from zuji.infos import actions
from zuji.infos.forms import ForwardForm, OutcomeForm, ReasonForm
from zuji.infos.models import InfoOutcome
from zuji.infos.permissions import can_follow, can_receive, can_take_back, held_by
from zuji.infos.queries.lists import inbox_of, inbox_years
from zuji.infos.views.finding import info_for
from zuji.infos.views.steps import acting_desk, step_of, step_page
from zuji.organizations.permissions import visible_organization
from zuji.organizations.queries import name_of


def inbox(request: HttpRequest, organization_id: int) -> HttpResponse:
    """What was sent to a committee in a year, what waits for a word first."""
    committee = visible_organization(request.user, organization_id, action="receive_papers")
    years = inbox_years(committee)
    period = chosen_period(request.GET, fallback_year=years[-1] if years else today().year)
    context = {
        "organization": committee,
        "period": period,
        "picker": picker_of(period, {*years, today().year}, request.path),
        "lines": inbox_of(committee, period.year),
    }
    return render(request, "infos/inbox.html", context)


@require_http_methods(["GET", "POST"])
def rejection_create(request: HttpRequest, number: int) -> HttpResponse:
    """Say that it is not used, and why."""
    info = info_for(request, number, can_receive)

    def reject(form: Any) -> None:
        actions.reject_info(info, step=step_of(request, info, form), today=today())

    return step_page(request, info, _("It is not used"), ReasonForm(request.POST or None), reject)


@require_http_methods(["GET", "POST"])
def forwarding_create(request: HttpRequest, number: int) -> HttpResponse:
    """Pass it on: to the committee above, whose inbox it then reaches, or to a further body."""
    info = info_for(request, number, can_receive)
    held = held_by(request.user, info)
    if held is None or held.organization is None:
        raise Http404
    form = ForwardForm(request.POST or None, desk=held.organization, initial={"on": today()})

    def forward(form: Any) -> None:
        said = {"to": form.destination, "from_body": held.body, "on": form.cleaned_data["on"]}
        actions.forward_info(info, **said, by=name_of(request.user), today=today())

    return step_page(request, info, _("Pass it on"), form, forward)


@require_http_methods(["GET", "POST"])
def outcome_create(request: HttpRequest, number: int) -> HttpResponse:
    """Enter what a body did with it."""
    info = info_for(request, number, can_follow)
    desk = acting_desk(request, info)
    form = OutcomeForm(request.POST or None, desk=desk, initial={"on": today(), "body": str(desk or "")})

    def enter(form: Any) -> None:
        actions.enter_outcome(info, said=form.said, by=name_of(request.user), today=today(), desk=desk)

    return step_page(request, info, _("What became of it"), form, enter)


@require_http_methods(["GET", "POST"])
def outcome_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take back an outcome entered by mistake, with a reason."""
    outcome = get_object_or_404(InfoOutcome, pk=number)
    info = info_for(request, outcome.info_id, lambda user, _found: can_take_back(user, outcome))

    def take_back(form: Any) -> None:
        actions.remove_outcome(outcome, reason=form.cleaned_data["reason"], by=name_of(request.user), on=today())

    title = _("Take back: %(what)s") % {"what": outcome}
    return step_page(request, info, title, ReasonForm(request.POST or None), take_back)
