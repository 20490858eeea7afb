"""不予立案的理由: the list, and how it changes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.organizations.permissions import visible_organization
from zuji.organizations.queries import name_of
from zuji.proposals import actions
from zuji.proposals.forms.steps import GroundEndForm, GroundForm
from zuji.proposals.permissions import can_keep_grounds
from zuji.proposals.queries.grounds import ground_of, grounds_of
from zuji.proposals.views.finding import tell


@require_http_methods(["GET", "POST"])
def ground_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Every ground with its days and its source; who keeps the settings adds one."""
    organization = visible_organization(request.user, organization_id)
    may_change = can_keep_grounds(request.user, organization)
    if request.method == "POST" and not may_change:
        raise Http404
    form = GroundForm(request.POST or None, initial={"from_on": today()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_ground(organization, by=name_of(request.user), today=today(), **form.cleaned_data)
        except ZujiError as error:
            tell(form, error)
        else:
            return redirect("proposals:ground-list", organization_id)
    on, grounds = today(), grounds_of(organization)
    context = {
        "organization": organization,
        "current": [each for each in grounds if each.until_on is None or each.until_on > on],
        "ended": [each for each in grounds if each.until_on is not None and each.until_on <= on],
        "may_change": may_change,
        "form": form,
    }
    return render(request, "proposals/ground_list.html", context)


@require_http_methods(["GET", "POST"])
def ground_end_edit(request: HttpRequest, organization_id: int, code: str) -> HttpResponse:
    """End a ground; it stays on the list of those that held once."""
    organization = visible_organization(request.user, organization_id)
    ground = ground_of(organization, code)
    if ground is None or not can_keep_grounds(request.user, organization):
        raise Http404
    form = GroundEndForm(request.POST or None, initial={"until_on": ground.until_on or today()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_ground(organization, code=code, by=name_of(request.user), today=today(), **form.cleaned_data)
        except ZujiError as error:
            tell(form, error)
        else:
            return redirect("proposals:ground-list", organization_id)
    context = {"organization": organization, "ground": ground, "form": form}
    return render(request, "proposals/ground_end_form.html", context)
