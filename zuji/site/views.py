"""Where one lands, the list of branches for those who look into several, and search."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zuji.organizations.permissions import may, own_member
from zuji.organizations.queries import branches_for, committee_of, home_branch
from zuji.search.queries import found_by
from zuji.search.words import LONGEST_QUERY, words_of
from zuji.site.queries import hits_in_order, people_for

PAGE_LENGTH = 20


def home(request: HttpRequest) -> HttpResponse:
    """An ordinary member lands on the own page, who leads a branch on its board, a committee's desk on its branches."""
    branches = list(branches_for(request.user)[:2])
    if len(branches) > 1:
        return redirect("site:organization-list")
    branch = home_branch(request.user)
    if branch is None:
        return render(request, "site/nowhere.html")
    if own_member(request.user) is not None and not may(request.user, "view_member", branch):
        return redirect("evaluation:me")
    return redirect("institutions:board", organization_id=branch.pk)


def organization_list(request: HttpRequest) -> HttpResponse:
    """The branches a user may look into."""
    committee = committee_of(request.user)
    context = {
        "organization": committee or home_branch(request.user),
        "committee": committee,
        "may_receive": committee is not None and may(request.user, "receive_papers", committee),
        "branches": branches_for(request.user),
    }
    return render(request, "site/organization_list.html", context)


def search(request: HttpRequest) -> HttpResponse:
    """Infos, proposals, minutes and people that answer what the reader looks for. Nobody notes who looked for what."""
    query = request.GET.get("q", "").replace("\0", "").strip()
    words = words_of(query)
    page = Paginator(found_by(request.user, query), PAGE_LENGTH).get_page(request.GET.get("page"))
    shown = " ".join(query.split())[: 4 * LONGEST_QUERY]
    context = {
        "organization": committee_of(request.user) or home_branch(request.user),
        "query": shown,
        "has_words": bool(words),
        "is_cut": sum(map(len, words)) >= LONGEST_QUERY,
        "longest": LONGEST_QUERY,
        "page": page,
        "page_query": urlencode({"q": shown}),
        "hits": hits_in_order(list(page.object_list), words),
        "people": people_for(request.user, query) if page.number == 1 else [],
    }
    return render(request, "site/search.html", context)
