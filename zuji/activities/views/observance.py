"""A branch marks a node day in one screen: when, in what form, and who came."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zuji.activities import actions
from zuji.activities.forms import OBSERVANCE_FORMS, ObservanceForm, posted_day
from zuji.activities.models import NodeDay, NodeDayObservance
from zuji.activities.queries.calendar import is_in_window
from zuji.activities.queries.turnout import expected_on, first_marks, marks_of, other_marks
from zuji.activities.views.finding import branch_to_record
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.organizations.models import Organization
from zuji.organizations.queries import name_of


@require_http_methods(["GET", "POST"])
def observance_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Enter or correct how the branch marked a node day."""
    node_day = get_object_or_404(NodeDay.objects.select_related("organization"), pk=number)
    branch = branch_to_record(request, node_day)
    form = _form(request, node_day, branch)
    status = 200
    if request.method == "POST" and _is_whole(form) and form.is_valid():
        try:
            observance = actions.observe(
                node_day,
                branch,
                said=_said(form),
                seen=form.cleaned_data["seen"],
                today=today(),
                by=name_of(request.user),
            )
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
        else:
            _tell(request, observance)
            return redirect(_calendar(node_day, branch))
    context = {
        "organization": branch,
        "node_day": node_day,
        "calendar": _calendar(node_day, branch),
        "form": form,
        "suggestions": OBSERVANCE_FORMS,
        "theirs": _theirs(form, node_day, branch) if status == 409 else None,
    }
    return render(request, "activities/observance_form.html", context, status=status)


def _form(request: HttpRequest, node_day: NodeDay, branch: Organization) -> ObservanceForm:
    if request.method == "POST":
        on = posted_day(request.POST.get("held_on", ""), node_day.anniversary_on)
        return ObservanceForm(request.POST, people=expected_on(branch, on))
    said = NodeDayObservance.objects.of(branch).filter(node_day=node_day).first()
    on = (said and said.held_on) or node_day.anniversary_on
    people = expected_on(branch, on)
    initial = {
        "seen": said.revision if said else 0,
        "status": "cancelled" if said and said.status == "cancelled" else "held",
        "held_on": on,
        "form": said.form if said else "",
        "reason": said.cancel_reason if said else "",
    }
    return ObservanceForm(
        people=people, first=first_marks(branch, on, people, marks_of(node_day, branch)), initial=initial
    )


def _is_whole(form: ObservanceForm) -> bool:
    """Where the day's roll has other people than the page had, they join the list as present, to be looked through."""
    data: Any = form.data
    if data.get("status") != "held" or not form.lacks_marks(data):
        return True
    form.data = data = data.copy()
    for member in form.people:
        data.setdefault(f"mark-{member.pk}", "present")
    form.add_error(None, _("Others were on the roll that day: look through the list and save once more."))
    return False


def _said(form: ObservanceForm) -> actions.Marking:
    said = form.cleaned_data
    marks = form.marks if said["status"] == "held" else {}
    return actions.Marking(said["status"], said["held_on"], said["form"], said["reason"], marks)


def _theirs(form: ObservanceForm, node_day: NodeDay, branch: Organization) -> dict[str, Any]:
    """What is saved now, beside what was entered; the next save of the same page stands: its writer has seen both."""
    saved = NodeDayObservance.objects.of(branch).filter(node_day=node_day).first()
    data: Any = form.data
    form.data = data = data.copy()
    data["seen"] = str(saved.revision if saved else 0)
    return {"observance": saved, "marks": other_marks(form.people, marks_of(node_day, branch), _said(form).marks)}


def _tell(request: HttpRequest, observance: NodeDayObservance) -> None:
    on = observance.held_on
    if on is not None and not is_in_window(on, observance.node_day.anniversary_on):
        messages.warning(request, _("Saved; the day lies outside the time, so it does not count."))
    else:
        messages.success(request, _("Saved."))


def _calendar(node_day: NodeDay, branch: Organization) -> str:
    return f"{reverse('activities:node-day-list', args=[branch.pk])}?year={node_day.anniversary_on.year}"
