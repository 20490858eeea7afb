"""What happens above: a committee's inbox, passing on, not using, and what bodies did."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import chosen_period, picker_of
from zuji.infos import actions
from zuji.infos.forms import ForwardForm, OutcomeForm, ReasonForm
from zuji.infos.models import InfoOutcome
from zuji.infos.permissions import can_follow, can_receive
from zuji.infos.queries.lists import inbox_of, inbox_years
from zuji.infos.views.finding import info_for, refused
from zuji.infos.views.steps import desk_name, step_of
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
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.reject_info(
                info,
                step=step_of(request, info, form.cleaned_data["reason"]),
                today=today(),
            )
        except ZujiError as error:
            refused(form, error)
        else:
            return redirect("infos:info-detail", number=number)
    context = {"organization": info.organization, "info": info, "form": form, "title": _("It is not used")}
    return render(request, "infos/reason_form.html", context)


@require_http_methods(["GET", "POST"])
def forwarding_create(request: HttpRequest, number: int) -> HttpResponse:
    """Pass it on to a further body."""
    info = info_for(request, number, can_receive)
    form = ForwardForm(request.POST or None, initial={"on": today()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.forward_info(
                info,
                to=form.destination,
                from_body=desk_name(request, info),
                by=name_of(request.user),
                on=form.cleaned_data["on"],
                today=today(),
            )
        except ZujiError as error:
            refused(form, error)
        else:
            return redirect("infos:info-detail", number=number)
    context = {"organization": info.organization, "info": info, "form": form, "title": _("Pass it on")}
    return render(request, "infos/reason_form.html", context)


@require_http_methods(["GET", "POST"])
def outcome_create(request: HttpRequest, number: int) -> HttpResponse:
    """Enter what a body did with it."""
    info = info_for(request, number, can_follow)
    form = OutcomeForm(request.POST or None, initial={"on": today(), "body": desk_name(request, info)})
    if request.method == "POST" and form.is_valid():
        try:
            actions.enter_outcome(info, said=form.said, by=name_of(request.user), today=today())
        except ZujiError as error:
            refused(form, error)
        else:
            return redirect("infos:info-detail", number=number)
    context = {"organization": info.organization, "info": info, "form": form, "title": _("What became of it")}
    return render(request, "infos/reason_form.html", context)


@require_http_methods(["GET", "POST"])
def outcome_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take back an outcome entered by mistake, with a reason."""
    outcome = get_object_or_404(InfoOutcome, pk=number)
    info = info_for(request, outcome.info_id, can_follow)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.remove_outcome(outcome, reason=form.cleaned_data["reason"], by=name_of(request.user), on=today())
        except ZujiError as error:
            refused(form, error)
        else:
            return redirect("infos:info-detail", number=info.pk)
    context = {"organization": info.organization, "info": info, "form": form}
    return render(request, "infos/reason_form.html", context | {"title": _("Take back: %(what)s") % {"what": outcome}})
