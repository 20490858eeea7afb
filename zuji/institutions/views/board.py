"""The board, a duty's year, and why one cell is as it is."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from zuji.footprints.permissions import can_follow
from zuji.footprints.queries import years_with_footprints
from zuji.foundation.clock import today
from zuji.foundation.periods import FIRST_YEAR, LAST_YEAR, ChosenPeriod, chosen_period, picker_of
from zuji.institutions.actions import ensure_periods, refresh
from zuji.institutions.models import Standing
from zuji.institutions.queries.board import board_of, fell_short, standings_on
from zuji.institutions.queries.duty_page import summed_words, window_lines, worst_of
from zuji.institutions.queries.explaining import as_read_by, explain
from zuji.institutions.queries.presenting import board_page, headlines_of, steps_of
from zuji.institutions.queries.standings import standings_of, standings_of_code
from zuji.organizations.models import Member, Organization
from zuji.organizations.permissions import may, visible_branch

SHORTFALLS = 8
"""How many missed obligations the board lists beside itself; all of them are in the picture."""
MOST_READ = 200
"""How many it reads to make that list: several members' obligations are one line."""


def period_of(request: HttpRequest, branch: Organization) -> tuple[ChosenPeriod, list[int]]:
    """Read the year and day a page was asked for; without one, the last year with records."""
    years = years_with_footprints(branch)
    chosen = chosen_period(request.GET, fallback_year=years[0] if years else today().year)
    return chosen, sorted({*years, today().year})


def judged(branch: Organization, period: ChosenPeriod, *, member: Member | None = None) -> list[Standing]:
    """Give the standings of a chosen period, of everyone or of one, refreshed first if something has happened since."""
    if period.as_of is None:
        refresh(branch, period.year, today=today())
    else:
        ensure_periods(period.year)
    return standings_of(branch, period.year, as_of=period.as_of, member=member)


def board(request: HttpRequest, organization_id: int) -> HttpResponse:
    """A branch's year as one picture."""
    branch = visible_branch(request.user, organization_id)
    period, years = period_of(request, branch)
    standings = judged(branch, period)
    on = period.as_of or today()
    picture = board_of(standings, year=period.year)
    due = standings_on(standings, on)
    missed = fell_short(standings)
    context: dict[str, Any] = {
        "organization": branch,
        "period": period,
        "picker": picker_of(period, years, request.path),
        "on": on,
        "is_running": on.year == period.year,
        "month_now": on.month if on.year == period.year else 0,
        "board": picture,
        "missed_count": len(missed),
        "headlines": headlines_of(picture, branch=branch, period=period),
        "groups": board_page(picture, branch=branch, period=period, on=on),
        "steps": steps_of(due, branch=branch, period=period, may_begin=may(request.user, "record_work", branch)),
        "shortfalls": steps_of([] if due else missed[:MOST_READ], branch=branch, period=period)[:SHORTFALLS],
    }
    return render(request, "institutions/board.html", context)


def duty_detail(request: HttpRequest, organization_id: int, code: str, year: int) -> HttpResponse:
    """One duty over a year: the clause, and every window with how it stands."""
    branch, period, standings, readable = _asked_for(request, organization_id, code, year)
    context = {
        "organization": branch,
        "period": period,
        "duty": standings[0].duty,
        "status": worst_of(standings),
        "words": summed_words(standings),
        "lines": window_lines(standings, readable, branch, period),
    }
    return render(request, "institutions/duty_detail.html", context)


def standing_detail(request: HttpRequest, organization_id: int, code: str, year: int, window_key: str) -> HttpResponse:
    """Why one cell is as it is: the sentence, the clause, the numbers and the records."""
    branch, period, standings, readable = _asked_for(request, organization_id, code, year, window_key)
    line = window_lines(standings, [], branch, period)[0]
    context = {
        "organization": branch,
        "period": period,
        "duty": standings[0].duty,
        "status": worst_of(standings),
        "line": line if can_follow(request.user, window_key, branch) else replace(line, trigger_url=""),
        "explanations": as_read_by(request.user, explain(branch, readable, as_of=period.as_of)),
        "is_about_people": standings[0].member_id is not None,
        "sees_all": len(readable) == len(standings),
    }
    return render(request, "institutions/standing_detail.html", context)


def _asked_for(
    request: HttpRequest, organization_id: int, code: str, year: int, window_key: str = ""
) -> tuple[Organization, ChosenPeriod, list[Standing], list[Standing]]:
    """Give the branch, the period, the standings of a duty, and those of them about members the reader may read."""
    branch = visible_branch(request.user, organization_id)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    asked = chosen_period({"as_of": request.GET.get("as_of", "")}, fallback_year=year)
    period = ChosenPeriod(year, asked.as_of, asked.complaint)
    standings = standings_of_code(judged(branch, period), code, window_key)
    if not standings:
        raise Http404
    if may(request.user, "view_member", branch) or standings[0].member_id is None:
        return branch, period, standings, standings
    own = [s for s in standings if s.member is not None and s.member.user_id == request.user.pk]
    return branch, period, standings, own
