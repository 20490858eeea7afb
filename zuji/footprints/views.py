"""The timeline of a branch, and any record with the footprints it left."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from zuji.footprints import queries
from zuji.footprints.kinds import KINDS
from zuji.footprints.permissions import can_read_record, readable_footprints
from zuji.foundation.clock import today
from zuji.foundation.periods import chosen_period, picker_of
from zuji.organizations.permissions import visible_branch

PAGE_LENGTH = 40


def timeline(request: HttpRequest, organization_id: int) -> HttpResponse:
    """What happened in a branch in a year, newest first, by kind if asked."""
    branch = visible_branch(request.user, organization_id)
    years = queries.years_with_footprints(branch)
    period = chosen_period(request.GET, fallback_year=years[0] if years else today().year)
    footprints = readable_footprints(request.user, branch, queries.timeline(branch, period.year, as_of=period.as_of))
    kinds = queries.kinds_in(footprints)
    kind = request.GET.get("kind", "")
    if kind in KINDS:
        footprints = footprints.filter(kind=kind)
    asked = {name: request.GET[name] for name in ("year", "as_of", "kind") if request.GET.get(name)}
    page = Paginator(footprints, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "organization": branch,
        "period": period,
        "picker": picker_of(period, years, request.path),
        "kinds": [KINDS[code] for code in kinds],
        "kind": kind,
        "page_query": urlencode(asked),
        "page": page,
        "entries": queries.with_records(page.object_list),
    }
    return render(request, "footprints/timeline.html", context)


def record_detail(request: HttpRequest, noun: str, number: int) -> HttpResponse:
    """One record: its fields, what belongs to it, and the footprints it left."""
    record = queries.records_of([f"{noun}:{number}"]).get(f"{noun}:{number}")
    if record is None or not can_read_record(request.user, record):
        raise Http404
    footprints, mark_count = queries.footprints_of_source(f"{noun}:{number}", request.user)
    context = {
        "organization": queries.branch_of(record, request.user),
        "record": record,
        "sheet": queries.sheet_of(record, request.user),
        "footprints": footprints,
        "mark_count": mark_count,
    }
    return render(request, "footprints/record_detail.html", context)
