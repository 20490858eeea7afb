"""Who of a branch came to an activity that its committee holds for everybody, and calling one off."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.gatherings.actions import marks_signature
from zuji.gatherings.forms import BranchListForm, ReasonForm
from zuji.gatherings.queries import activity_leave_of, away_from, expected_on, first_marks_at, marks_at, other_marks_at
from zuji.organizations.models import Organization


@dataclass(frozen=True)
class BranchListPage:
    """What an app gives for the page: the verb that writes the list, where the page leads back to, in words, and
    where leave is decided."""

    write: Callable[..., Any]
    back: str
    back_label: Any
    leave: str


def branch_list_page(
    request: HttpRequest, activity: Any, branch: Organization, *, page: BranchListPage
) -> HttpResponse:
    """Show the list of a branch, or write it: everybody present to begin with, the exceptions tapped."""
    people = expected_on(branch, activity.held_on)
    saved = marks_signature(marks_at(activity, branch))
    first: dict[str, Any] = {}
    if request.method != "POST":
        away = away_from(activity, branch)
        first = {"first": first_marks_at(activity, branch, people, away=away), "initial": {"seen": saved}}
    form = BranchListForm(request.POST or None, people=people, **first)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            page.write(activity, branch, marks=form.marks, seen=form.cleaned_data["seen"], today=today())
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
            data: Any = form.data.copy()  # type: ignore[attr-defined]
            data["seen"] = saved  # its reader has been told: the next save of the same page stands
            form.data = data
        else:
            return redirect(page.back)
    context = {
        "organization": branch,
        "activity": activity,
        "keep": f"{activity._meta.db_table}-{activity.pk}",
        "form": form,
        "back": page.back,
        "back_label": page.back_label,
        "leave": page.leave,
        "waiting": [
            asked
            for asked in activity_leave_of(activity, branch, request.user, sees_all=True)
            if asked.state == "pending" and not saved
        ],
        "theirs": other_marks_at(activity, branch, people, form.marks) if status == 409 else [],
    }
    return render(request, "gatherings/branch_list_form.html", context, status=status)


def reason_page(
    request: HttpRequest, record: Any, *, call_off: Callable[[str], Any], back: str, text: Any = ""
) -> HttpResponse:
    """Ask why something does not take place, then call it off and lead back."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            call_off(form.cleaned_data["reason"])
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect(back)
    context = {"organization": record.organization, "name": str(record), "form": form, "back": back, "text": text}
    return render(request, "gatherings/reason_form.html", context)
