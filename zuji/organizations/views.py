"""The roll of a branch."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zuji.foundation.clock import today
from zuji.foundation.periods import chosen_period
from zuji.organizations.entitlements import POSTS
from zuji.organizations.permissions import may, visible_branch
from zuji.organizations.queries import members_on, posts_on


def member_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Who is on the roll on a day, with posts; each line opens the member's page for those who may read it."""
    branch = visible_branch(request.user, organization_id)
    on = chosen_period(request.GET, fallback_year=today().year).as_of or today()
    posts = posts_on(branch, on)
    people = [
        {"member": member, "posts": [POSTS[post][0] for post in posts.get(member.pk, [])]}
        for member in members_on(branch, on)
    ]
    context = {"organization": branch, "people": people, "on": on, "opens": may(request.user, "view_member", branch)}
    return render(request, "organizations/member_list.html", context)
