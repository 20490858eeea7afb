"""Leave from an activity that branches share: one page to read it, ask it, and enter it for somebody."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods, require_POST

from zuji.footprints.queries import branch_of
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.gatherings import actions
from zuji.gatherings.forms import LeaveDecisionForm, LeaveForm
from zuji.gatherings.queries import activity_leave_of, is_leave_open
from zuji.organizations.models import Member, Organization
from zuji.organizations.permissions import own_member
from zuji.organizations.queries import members_on, name_of


@dataclass(frozen=True)
class SharedActivityNoun:
    """One kind of activity that branches share: its model, who of a branch keeps its lists, and where its pages are.

    `back` gives the address that the page of leave leads back to, for an activity and a branch.
    """

    model: Any
    may_keep: Callable[[Any, Organization], bool]
    namespace: str
    back: Callable[[Any, Organization], str]

    def opens_leave(self, user: Any, branch: Organization, on: date) -> bool:
        """Say whether the page of leave is somebody's: a member of the branch on a day, or who keeps its lists."""
        return self.may_keep(user, branch) or members_on(branch, on).filter(user=user.pk).exists()

    def leave_page(self, activity: Any) -> str:
        """The address of an activity's leave."""
        return reverse(f"{self.namespace}:leave-list", args=[activity.pk])


def activity_leave_urls(noun: SharedActivityNoun, at: str) -> list[URLPattern]:
    """Make the paths of leave for one kind of activity. Takes: its path, such as service-activities."""
    own: dict[str, Any] = {"noun": noun}
    return [
        path(f"{at}/<int:number>/leave/", leave_list, own, name="leave-list"),
        path(f"{at}-leave/<int:number>/decision/", leave_decision_create, own, name="leave-decision-create"),
    ]


def _branch_for(request: HttpRequest, activity: Any) -> Organization:
    """Find the reader's branch, in whose frame they ask or decide."""
    branch = branch_of(activity, request.user)
    if branch is None or branch.level != "branch":
        raise Http404
    return branch


@require_http_methods(["GET", "POST"])
def leave_list(request: HttpRequest, number: int, noun: SharedActivityNoun) -> HttpResponse:
    """The leave of a branch from an activity: one's own, or all of it for who keeps the list; and a form to ask."""
    activity = get_object_or_404(noun.model.objects.visible_to(request.user), pk=number)
    branch = _branch_for(request, activity)
    if not noun.opens_leave(request.user, branch, activity.held_on):
        raise Http404
    people = members_on(branch, activity.held_on)
    may_keep = noun.may_keep(request.user, branch)
    mine = own_member(request.user)
    is_mine = mine is not None and people.filter(pk=mine.pk).exists()
    own: Member | None = mine if is_mine and not (may_keep and request.GET.get("for") == "other") else None
    form = LeaveForm(request.POST or None, people=people, own=own, initial={"kind": "leave"})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        asked = actions.LeaveAsked(said["kind"], said["reason"], today(), name_of(request.user), form.how)
        try:
            actions.ask_activity_leave(activity, branch, form.who, asked=asked)
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect(noun.leave_page(activity))
    context = {
        "organization": branch,
        "activity": activity,
        "back": noun.back(activity, branch),
        "page": noun.leave_page(activity),
        "leave_requests": activity_leave_of(activity, branch, request.user, sees_all=may_keep),
        "decision_url": f"{noun.namespace}:leave-decision-create",
        "is_open": is_leave_open(activity, branch),
        "may_keep": may_keep,
        "is_mine": is_mine,
        "is_own": own is not None,
        "form": form,
    }
    return render(request, "gatherings/activity_leave.html", context)


@require_POST
def leave_decision_create(request: HttpRequest, number: int, noun: SharedActivityNoun) -> HttpResponse:
    """Grant or decline a leave of one's own branch."""
    requests = noun.model._meta.get_field("leave_requests").related_model
    visible = requests.objects.filter(activity__in=noun.model.objects.visible_to(request.user))
    asked = get_object_or_404(visible.select_related("activity__organization", "member"), pk=number)
    branch = _branch_for(request, asked.activity)
    is_ours = members_on(branch, asked.activity.held_on).filter(pk=asked.member_id).exists()
    if not is_ours or not noun.may_keep(request.user, branch):
        raise Http404
    form = LeaveDecisionForm(request.POST)
    if form.is_valid():
        is_granted = form.cleaned_data["state"] == "granted"
        try:
            actions.decide_activity_leave(asked, branch, is_granted=is_granted, by=name_of(request.user))
        except ZujiError as error:
            messages.error(request, str(error))
    return redirect(noun.leave_page(asked.activity))
