"""Where one lands, the list of branches for those who look into several, search, and one's own calendar address."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zuji.accounts.actions import renew_calendar_address, stop_calendar_address
from zuji.accounts.models import CalendarAddress, User
from zuji.accounts.queries import reader_of_calendar
from zuji.foundation.calendar_file import CALENDAR, calendar_of
from zuji.foundation.clock import today
from zuji.organizations.permissions import may, own_member
from zuji.organizations.queries import branches_for, committee_of, home_branch
from zuji.search.queries import found_by
from zuji.search.words import LONGEST_QUERY, words_of
from zuji.site.own_days import own_days
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


@require_http_methods(["GET", "POST"])
def calendar_edit(request: HttpRequest) -> HttpResponse:
    """One's own secret calendar address: what it shows, making one, which is shown this once only."""
    if own_member(request.user) is None or not isinstance(request.user, User):
        raise Http404
    address = ""
    if request.method == "POST":
        token = renew_calendar_address(request.user, on=today())
        address = request.build_absolute_uri(reverse("site:calendar-feed", args=[token]))
    there = CalendarAddress.objects.filter(user=request.user).first()
    context = {
        "organization": home_branch(request.user),
        "address": address,
        "subscription": f"webcal:{address.partition(':')[2]}",
        "made_on": there.made_on if there else None,
    }
    answer = render(request, "site/calendar_address.html", context)
    add_never_cache_headers(answer)
    return answer


@require_POST
def calendar_stop_create(request: HttpRequest) -> HttpResponse:
    """Stop one's own calendar address."""
    if own_member(request.user) is None or not isinstance(request.user, User):
        raise Http404
    if stop_calendar_address(request.user):
        messages.success(request, _("Stopped: the old address gives nothing any more."))
    return redirect("site:calendar-edit")


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """A member's own days, for a calendar program that holds the secret address."""
    user = reader_of_calendar(token)
    member = own_member(user) if user else None
    if member is None:
        raise Http404
    name = _("Zuji · %(name)s") % {"name": member.name}
    answer = HttpResponse(
        calendar_of(own_days(member, today()), host=request.get_host(), name=name), content_type=CALENDAR
    )
    patch_cache_control(answer, private=True, max_age=0)
    return answer
