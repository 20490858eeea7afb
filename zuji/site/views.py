"""Where one lands, and the list of branches for those who look into several."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zuji.organizations.permissions import may, own_member
from zuji.organizations.queries import branches_for, committee_of, home_branch


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
