"""Who came, in one screen: everyone present to begin with, a tap for the exceptions."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.gatherings import actions
from zuji.gatherings.forms import AttendanceForm, seen_now, shown_guests
from zuji.gatherings.noun import GatheringNoun
from zuji.gatherings.permissions import can_approve
from zuji.gatherings.queries import expected_at, first_marks, guests_of, other_marks
from zuji.gatherings.views.finding import gathering_for, gathering_to_record
from zuji.organizations.models import Member
from zuji.organizations.queries import name_of


@require_http_methods(["GET", "POST"])
def attendance_edit(request: HttpRequest, number: int, noun: GatheringNoun) -> HttpResponse:
    """Mark who came; saving says that it took place."""
    gathering = gathering_to_record(request, noun, number)
    people = expected_at(gathering)
    first: dict[str, Any] = {} if request.method == "POST" else _first(gathering, people)
    form = AttendanceForm(request.POST or None, people=people, **first)
    status = 200
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        roll = actions.Roll(form.marks, said["guests"])
        try:
            actions.hold(noun, gathering, roll=roll, seen=said["seen"], on=today(), by=name_of(request.user))
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
            seen_now(form, gathering)
        else:
            messages.success(request, _("Saved: who came is recorded."))
            return redirect(noun.pages(gathering)["detail"])
    context = {
        "organization": gathering.organization,
        "gathering": gathering,
        "pages": noun.pages(gathering),
        "form": form,
        "theirs": other_marks(gathering, form.marks) if status == 409 else [],
    }
    return render(request, "gatherings/attendance_form.html", context, status=status)


def _first(gathering: Any, people: list[Member]) -> dict[str, Any]:
    """What the page begins with; asked for only when it begins."""
    return {
        "first": first_marks(gathering, people),
        "signed_in": set(gathering.check_ins.values_list("member_id", flat=True)),
        "initial": {"seen": gathering.revision, "guests": shown_guests(guests_of(gathering))},
    }


@require_POST
def confirmation_create(request: HttpRequest, number: int, noun: GatheringNoun) -> HttpResponse:
    """Vouch for what was entered late."""
    gathering = gathering_for(request, noun, number)
    if not can_approve(request.user, gathering.organization):
        raise Http404
    try:
        actions.confirm(noun, gathering, by=name_of(request.user))
    except ZujiError as error:
        messages.error(request, str(error))
    return redirect(noun.pages(gathering)["detail"])
