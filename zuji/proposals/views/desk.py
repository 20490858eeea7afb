"""A committee's desk: what branches below have handed over."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zuji.foundation.clock import today
from zuji.foundation.periods import chosen_period, picker_of
from zuji.organizations.permissions import visible_organization
from zuji.proposals.permissions import can_propose_for_party
from zuji.proposals.queries.proposals import decided_below, look_of, materials_below, proposals_of, waiting_at


def inbox(request: HttpRequest, organization_id: int) -> HttpResponse:
    """What waits for a word from here, and what was decided this year."""
    committee = visible_organization(request.user, organization_id, action="receive_papers")
    period = chosen_period(request.GET, fallback_year=today().year)
    context = {
        "organization": committee,
        "period": period,
        "picker": picker_of(period, [period.year, today().year], request.path),
        "may_write": can_propose_for_party(request.user, committee),
        "own": [(each, look_of(each)) for each in proposals_of(committee, period.year, request.user)],
        "waiting": [(each, look_of(each)) for each in waiting_at(committee)],
        "materials": materials_below(committee),
        "decided": [(each, look_of(each)) for each in decided_below(committee, period.year)[:200]],
    }
    return render(request, "proposals/inbox.html", context)
