"""What meetings gave people to do, chased until it is done."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings.permissions import can_record
from zuji.meetings import actions
from zuji.meetings.forms.action_items import ActionItemForm, CompletionForm, shown_item
from zuji.meetings.forms.votes import ReasonForm
from zuji.meetings.models import ActionItem, Meeting
from zuji.meetings.permissions import can_complete
from zuji.meetings.queries.action_items import item_lines, items_of
from zuji.organizations.models import Member
from zuji.organizations.permissions import own_member, visible_branch
from zuji.organizations.queries import members_on, name_of

PAGE_LENGTH = 40


def _item_for(request: HttpRequest, number: int) -> ActionItem:
    items = ActionItem.objects.filter(meeting__in=Meeting.objects.visible_to(request.user))
    found: ActionItem = get_object_or_404(items.select_related("meeting__organization__parent", "owner"), pk=number)
    return found


def _item_to_change(request: HttpRequest, number: int) -> ActionItem:
    item = _item_for(request, number)
    if not can_record(request.user, item.meeting.organization):
        raise Http404
    return item


def action_item_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Everything a branch's meetings gave to be done, what is open first."""
    branch = visible_branch(request.user, organization_id)
    page = Paginator(items_of(branch), PAGE_LENGTH).get_page(request.GET.get("page"))
    may_record = can_record(request.user, branch)
    context = {
        "organization": branch,
        "page": page,
        "lines": item_lines(page.object_list, own=own_member(request.user), may_record=may_record, today=today()),
    }
    return render(request, "meetings/action_item_list.html", context)


@require_http_methods(["GET", "POST"])
def action_item_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Give something to another or another day, with a reason."""
    item = _item_to_change(request, number)
    form = ActionItemForm(request.POST or None, people=_may_own(item), initial=shown_item(item))
    if request.method == "POST" and form.is_valid():
        said: dict[str, Any] = form.changed_fields
        try:
            actions.change_action_item(
                item, **said, reason=form.cleaned_data["reason"], on=today(), by=name_of(request.user)
            )
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect("meetings:action-item-list", organization_id=item.meeting.organization_id)
    context = {"organization": item.meeting.organization, "item": item, "form": form}
    return render(request, "meetings/action_item_form.html", context)


def _may_own(item: ActionItem) -> QuerySet[Member]:
    """The members of today, and who has it now."""
    today_members = members_on(item.meeting.organization, today())
    return (
        Member.objects.filter(Q(pk__in=today_members.order_by().values("pk")) | Q(action_items=item))
        .distinct()
        .order_by("member_no")
    )


@require_http_methods(["GET", "POST"])
def dropping_create(request: HttpRequest, number: int) -> HttpResponse:
    """Say that something will not be done, and why."""
    item = _item_to_change(request, number)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.drop_action_item(item, reason=form.cleaned_data["reason"], on=today(), by=name_of(request.user))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect("meetings:action-item-list", organization_id=item.meeting.organization_id)
    context = {"organization": item.meeting.organization, "item": item, "form": form}
    return render(request, "meetings/action_item_dropping.html", context)


@require_POST
def completion_create(request: HttpRequest, number: int) -> HttpResponse:
    """Tick off what is done, and go on where one was."""
    item = _item_for(request, number)
    if not can_complete(request.user, item):
        raise Http404
    try:
        actions.complete_action_item(item, on=today(), by=name_of(request.user))
    except ZujiError as error:
        messages.error(request, str(error))
    place = CompletionForm(request.POST).place
    if place == "me":
        return redirect("evaluation:me")
    if place == "list":
        return redirect("meetings:action-item-list", organization_id=item.meeting.organization_id)
    return redirect("meetings:meeting-detail", number=item.meeting_id)
