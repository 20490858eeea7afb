"""The board, a duty's year, and why one cell is as it is."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from zuji.footprints.queries import years_with_footprints
from zuji.foundation.clock import today
from zuji.foundation.periods import ChosenPeriod, chosen_period
from zuji.institutions.actions import ensure_periods, refresh
from zuji.institutions.models import Standing
from zuji.institutions.queries.board import board_of, standings_on
from zuji.institutions.queries.explaining import explain
from zuji.institutions.queries.presenting import board_page, next_steps
from zuji.institutions.queries.standings import standings_of, standings_of_code
from zuji.organizations.models import Organization
from zuji.organizations.permissions import may, visible_organization


def period_of(request: HttpRequest, branch: Organization) -> tuple[ChosenPeriod, list[int]]:
    """Read the year and day a page was asked for; without one, the last year with records."""
    years = years_with_footprints(branch)
    return chosen_period(request.GET, fallback_year=years[0] if years else today().year), years


def judged(branch: Organization, period: ChosenPeriod) -> list[Standing]:
    """Give the standings of a chosen period, refreshed first if something has happened since."""
    if period.as_of is None:
        refresh(branch, period.year, today=today())
    else:
        ensure_periods(period.year)
    return standings_of(branch, period.year, as_of=period.as_of)


def board(request: HttpRequest, organization_id: int) -> HttpResponse:
    """A branch's year as one picture."""
    branch = visible_organization(request.user, organization_id)
    period, years = period_of(request, branch)
    standings = judged(branch, period)
    on = period.as_of or today()
    picture = board_of(standings, year=period.year)
    context: dict[str, Any] = {
        "organization": branch,
        "period": period,
        "years": years,
        "on": on,
        "board": picture,
        "groups": board_page(picture, branch=branch, period=period, on=on),
        "steps": next_steps(standings_on(standings, on), branch=branch, period=period),
    }
    return render(request, "institutions/board.html", context)


def duty_detail(request: HttpRequest, organization_id: int, code: str, year: int) -> HttpResponse:
    """One duty over a year: the clause, and every window with how it stands."""
    return _standings_page(request, organization_id, code, year, "")


def standing_detail(request: HttpRequest, organization_id: int, code: str, year: int, window_key: str) -> HttpResponse:
    """Why one cell is as it is: the sentence, the clause, the numbers and the records."""
    return _standings_page(request, organization_id, code, year, window_key)


def _standings_page(request: HttpRequest, organization_id: int, code: str, year: int, window_key: str) -> HttpResponse:
    branch = visible_organization(request.user, organization_id)
    period = chosen_period({"as_of": request.GET.get("as_of", "")}, fallback_year=year)
    period = ChosenPeriod(year, period.as_of, period.complaint)
    standings = standings_of_code(judged(branch, period), code, window_key)
    if not standings:
        raise Http404
    sees_people = may(request.user, "view_member", branch)
    if not sees_people and standings[0].member_id is not None:
        standings = [s for s in standings if s.member is not None and s.member.user_id == request.user.pk]
    context = {
        "organization": branch,
        "period": period,
        "duty": standings[0].duty if standings else None,
        "window_key": window_key,
        "explanations": explain(branch, standings, as_of=period.as_of),
        "sees_people": sees_people,
    }
    return render(request, "institutions/standing_detail.html", context)
