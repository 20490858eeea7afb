"""The roll of a branch."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zuji.foundation.clock import today
from zuji.foundation.periods import chosen_period
from zuji.organizations.entitlements import POSTS
from zuji.organizations.permissions import may, visible_branch
from zuji.organizations.queries import exempt_on, members_on, posts_on


def member_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Who is on the roll on a day, with posts; each line opens the member's page for those who may read it."""
    branch = visible_branch(request.user, organization_id)
    period = chosen_period(request.GET, fallback_year=today().year)
    on = period.as_of or today()
    posts, exempt, opens_all = posts_on(branch, on), exempt_on(branch, on), may(request.user, "view_member", branch)
    people = [
        {
            "member": member,
            "posts": [POSTS[post][0] for post in posts.get(member.pk, [])],
            "is_exempt": member.pk in exempt,
            "opens": opens_all or member.user_id == request.user.pk,
        }
        for member in members_on(branch, on)
    ]
    context = {"organization": branch, "period": period, "people": people, "on": on}
    return render(request, "organizations/member_list.html", context)
