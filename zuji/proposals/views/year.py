"""A branch's year of proposals: the list, the rate, and who has one."""

from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from zuji.foundation.clock import today
from zuji.foundation.periods import chosen_period, picker_of
from zuji.institutions.actions import refresh
from zuji.institutions.models import Standing
from zuji.institutions.queries.standings import standings_of
from zuji.organizations.forms import setting_lines
from zuji.organizations.models import Organization
from zuji.organizations.permissions import own_member, visible_branch
from zuji.organizations.queries import members_on
from zuji.proposals.permissions import can_keep
from zuji.proposals.queries.board import duty_standings, kinds_asked, person_rows
from zuji.proposals.queries.proposals import GROUPS, handling_of, look_of, overdue, proposal_years, proposals_of
from zuji.proposals.queries.rate import clause_verdicts, rate_counts, rate_lines

CASE_RULES = ("one_case_counts", "one_case_scope")
RATE_RULES = ("filing_rate_year_basis", "filing_rate_formula")


def _base(request: HttpRequest, branch: Organization) -> dict[str, Any]:
    years = proposal_years(branch)
    period = chosen_period(request.GET, fallback_year=max(years, default=today().year))
    picker = picker_of(period, sorted(years | {today().year}), request.path)
    return {"organization": branch, "period": period, "picker": picker}


def _day_of(year: int) -> date:
    """Give the day whose settings a year's page shows: its last, or today while it runs."""
    return min(today(), date(year, 12, 31))


def _standings(branch: Organization, year: int) -> list[Standing]:
    refresh(branch, year, today=today())
    standings = standings_of(branch, year)
    prefetch_related_objects(standings, "duty__kinds", "member")
    return standings


def proposal_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The proposals of a year, by what became of them."""
    branch = visible_branch(request.user, organization_id)
    base = _base(request, branch)
    group = request.GET.get("group", "")
    group = group if group in GROUPS else ""
    labels = {
        "": _("all"), "open": _("not submitted"), "undecided": _("still being screened"), "filed": _("filed"),
        "other": _("merged or not filed"), "withdrawn": pgettext("proposal", "withdrawn"),
    }  # fmt: skip
    own = own_member(request.user)
    context = base | {
        "lines": [(each, look_of(each)) for each in proposals_of(branch, base["period"].year, request.user, group)],
        "group": group,
        "tabs": [
            {"label": label, "url": f"?year={base['period'].year}&group={code}", "is_current": code == group}
            for code, label in labels.items()
        ],
        "may_write": can_keep(request.user, branch)
        or (own is not None and members_on(branch, today()).filter(pk=own.pk).exists()),
        "overdue": overdue(handling_of(branch), today()) if can_keep(request.user, branch) else [],
        "may_keep": can_keep(request.user, branch),
    }
    return render(request, "proposals/proposal_list.html", context)


def rate_detail(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The filing rate in its three formulas, and how the clause itself judges it."""
    branch = visible_branch(request.user, organization_id)
    base = _base(request, branch)
    year = base["period"].year
    rules = setting_lines(branch, RATE_RULES, _day_of(year))
    basis, formula = (rule.setting.value for rule in rules)
    counts = rate_counts(branch, year, basis)
    context = base | {
        "counts": counts,
        "lines": rate_lines(counts, formula),
        "rules": rules,
        "is_by_decision": basis == "decision",
        "verdicts": clause_verdicts(_standings(branch, year)),
    }
    return render(request, "proposals/rate_detail.html", context)


def person_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """一人一案: who has one, who is on the way, who is missing."""
    branch = visible_branch(request.user, organization_id)
    base = _base(request, branch)
    year = base["period"].year
    standings = duty_standings(_standings(branch, year))
    rows = person_rows(branch, year, standings, user=request.user, on=today())
    context = base | {
        "rows": rows,
        "rules": setting_lines(branch, CASE_RULES, _day_of(year)),
        "duty": standings[0].duty if standings else None,
        "asks_signatures_only": bool(standings) and "proposal.written" not in kinds_asked(standings),
        "has": sum(row.state == "has" for row in rows),
        "owe": sum(row.state != "waived" for row in rows),
    }
    return render(request, "proposals/person_list.html", context)
