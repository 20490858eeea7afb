"""My page, and a member's page for those who may read it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from zuji.evaluation.queries import member_year
from zuji.foundation.clock import today
from zuji.foundation.periods import picker_of
from zuji.institutions.views.board import judged, period_of
from zuji.meetings.queries.action_items import item_lines, open_items_of
from zuji.organizations.entitlements import POSTS
from zuji.organizations.models import Member, Organization
from zuji.organizations.permissions import can_view_member, own_member
from zuji.organizations.queries import branch_of_member, home_branch, posts_on


def me(request: HttpRequest) -> HttpResponse:
    """The signed-in member's own page; who belongs to no branch finds those they may read."""
    member = own_member(request.user)
    branch = branch_of_member(member) if member else None
    if member is None or branch is None:
        return redirect("site:organization-list")
    return _member_page(request, member, branch)


def member_detail(request: HttpRequest, number: int) -> HttpResponse:
    """Another member's page."""
    member = get_object_or_404(Member, pk=number)
    branch = branch_of_member(member)
    if branch is None or not can_view_member(request.user, member, branch):
        raise Http404
    return _member_page(request, member, branch)


def _member_page(request: HttpRequest, member: Member, branch: Organization) -> HttpResponse:
    period, years = period_of(request, branch)
    is_own = member.user_id == request.user.pk
    to_do = open_items_of(member, request.user) if is_own else []
    context = {
        "organization": branch if is_own else home_branch(request.user) or branch,
        "branch": branch,
        "period": period,
        "picker": picker_of(period, years, request.path),
        "is_own": is_own,
        "to_do": item_lines(to_do, own=member, may_record=False, today=today()),
        "posts": [POSTS[post][0] for post in posts_on(branch, period.as_of or today()).get(member.pk, [])],
        "year": member_year(member, branch, judged(branch, period, member=member), period=period),
    }
    return render(request, "evaluation/member_detail.html", context)
