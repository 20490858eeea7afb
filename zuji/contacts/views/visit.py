"""Whom to visit, in how many days; visited in two taps."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.contacts import actions
from zuji.contacts.forms import OccasionForm, VisitForm
from zuji.contacts.models import VisitOccasion
from zuji.contacts.permissions import can_record_contacts
from zuji.contacts.queries import closed_occasions, in_office, open_visits, own_occasions
from zuji.contacts.views.contact import first_values, maker_for
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.organizations.permissions import own_member, visible_branch, visible_organization
from zuji.organizations.queries import members_on, name_of


@require_http_methods(["GET", "POST"])
def visit_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Visits that are called for, for who keeps the records; a member reads what is kept of their own."""
    branch = visible_branch(request.user, organization_id)
    if not can_record_contacts(request.user, branch):
        if request.method == "POST":
            raise Http404
        own = own_occasions(branch, request.user, today=today())
        return render(request, "contacts/own_visits.html", {"organization": branch, "own": own})
    holders = in_office(branch, today())
    maker = maker_for(request, holders, own_member(request.user))
    form = VisitForm(
        request.POST or None,
        occasions=VisitOccasion.objects.of(branch),
        holders=holders,
        own=maker,
        initial=first_values(request, (), on=today(), by_member=maker, ground="in_person"),
    )
    if request.method == "POST" and form.is_valid() and _visited(request, form):
        return redirect("contacts:visit-list", branch.pk)
    context = {
        "organization": branch,
        "form": form,
        "lines": open_visits(branch, today=today()),
        "closed": closed_occasions(branch, today=today()),
        "holders": holders,
        "may_enter_for_others": maker is not None and len(holders) > 1,
        "for_other": maker is None,
    }
    return render(request, "contacts/visit_list.html", context)


def _visited(request: HttpRequest, form: VisitForm) -> bool:
    said: dict[str, Any] = dict(form.cleaned_data)
    try:
        made = actions.make_visit(said.pop("occasion"), today=today(), by=request.user, **said)
    except RecordingError as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
    except ZujiError as error:
        form.add_error(None, str(error))
    else:
        messages.success(request, str(made.record))
        return True
    return False


@require_http_methods(["GET", "POST"])
def occasion_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Note that somebody is to be visited."""
    branch = visible_organization(request.user, organization_id, action="record_work")
    form = OccasionForm(request.POST or None, people=members_on(branch, today()), initial={"learned_on": today()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.learn_of_occasion(branch, today=today(), by=name_of(request.user), **form.cleaned_data)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect("contacts:visit-list", branch.pk)
    return render(request, "contacts/occasion_form.html", {"organization": branch, "form": form})


def _act_on_occasion(request: HttpRequest, number: int, act: Callable[[VisitOccasion], object]) -> HttpResponse:
    occasions = VisitOccasion.objects.visible_to(request.user).select_related("organization")
    occasion = get_object_or_404(occasions, pk=number)
    if not can_record_contacts(request.user, occasion.organization):
        raise Http404
    try:
        act(occasion)
    except ZujiError as error:
        messages.error(request, str(error))
    return redirect("contacts:visit-list", occasion.organization_id)


@require_POST
def decline_create(request: HttpRequest, number: int) -> HttpResponse:
    """Note that the member did not wish to be visited."""
    return _act_on_occasion(request, number, lambda occasion: actions.decline_visit(occasion, on=today()))


@require_POST
def reopening_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take back that no visit was wished."""
    return _act_on_occasion(request, number, actions.reopen_occasion)


@require_POST
def occasion_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take back what was entered by mistake."""
    messages.info(request, _("Taken back: %(what)s") % {"what": _("call for a visit")})
    return _act_on_occasion(request, number, actions.remove_occasion)
