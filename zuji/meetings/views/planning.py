"""The list of meetings, one meeting, planning it and calling it off."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.attachments.forms import AttachmentForm
from zuji.attachments.queries import attachments_of, removals_of
from zuji.attachments.views import receive_upload
from zuji.footprints.facts import reference_to
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import chosen_period, picker_of
from zuji.foundation.recording import RecordingError
from zuji.gatherings.forms import seen_now
from zuji.gatherings.life import life_of
from zuji.gatherings.permissions import can_record
from zuji.gatherings.views.finding import gathering_for, gathering_to_record
from zuji.meetings import actions
from zuji.meetings.forms import MeetingForm, planned_like, shown_plan
from zuji.meetings.models import METHODS, ActionItem, AgendaItem, Meeting
from zuji.meetings.noun import MEETING
from zuji.meetings.queries import (
    alike,
    expectation_of,
    expectations_on,
    last_alike,
    meeting_years,
    meetings_of,
    quorum_of,
)
from zuji.meetings.queries.action_items import item_lines, still_open
from zuji.meetings.queries.votes import house_of, standing_votes
from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.models import Organization
from zuji.organizations.permissions import own_member, visible_branch, visible_organization
from zuji.organizations.policies import value_on
from zuji.organizations.queries import members_on, name_of


def meeting_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """A branch's meetings of a year, and the one button that plans the next from the last."""
    branch = visible_branch(request.user, organization_id)
    years = meeting_years(branch)
    period = chosen_period(request.GET, fallback_year=years[-1] if years else today().year)
    context = {
        "organization": branch,
        "period": period,
        "picker": picker_of(period, {*years, today().year}, request.path),
        "meetings": meetings_of(branch, period.year),
        "may_record": can_record(request.user, branch),
    }
    return render(request, "meetings/meeting_list.html", context)


def meeting_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One meeting, from its plan to its minutes."""
    meeting = gathering_for(request, MEETING, number, "recorder", "minutes")
    agenda = list(meeting.agenda.all())
    days = value_on(meeting.organization, "notice_days", meeting.held_on)[meeting.kind]
    matters = [item.title for item in agenda]
    life = life_of(MEETING, meeting, request.user, today=today(), matters=matters, notice_days=days)
    context = {
        "organization": meeting.organization,
        "meeting": meeting,
        "life": life,
        "minutes": getattr(meeting, "minutes", None),
        "agenda": _with_papers(agenda),
        "quorum": quorum_of(meeting, life.turnout) if life.turnout else None,
        "expectation": expectation_of(meeting) if meeting.status == "planned" else None,
        "votes": standing_votes(meeting),
        "methods": METHODS.items() if life.may_record and house_of(meeting) else [],
        "tasks": item_lines(
            meeting.action_items.select_related("owner"),
            own=own_member(request.user),
            may_record=life.may_record,
            today=today(),
        ),
    }
    return render(request, "meetings/meeting_detail.html", context)


def _with_papers(agenda: list[AgendaItem]) -> list[dict[str, Any]]:
    """The matters with their papers, and a form for one more each."""
    references = [reference_to(item) for item in agenda]
    papers, removals = attachments_of(references), removals_of(references)
    return [
        {
            "item": item,
            "papers": papers[reference],
            "removals": removals[reference],
            "form": AttachmentForm(about=reference),
        }
        for item, reference in zip(agenda, references, strict=True)
    ]


@require_POST
def paper_create(request: HttpRequest, number: int) -> HttpResponse:
    """Add a paper to a matter of the agenda."""
    branches = organizations_seen_by(request.user, action="record_work")
    items = AgendaItem.objects.filter(meeting__organization__in=branches).select_related("meeting__organization")
    item = get_object_or_404(items, pk=number)
    back = MEETING.pages(item.meeting)["detail"]
    return receive_upload(request, item, organization=item.meeting.organization, back=back)


@require_http_methods(["GET", "POST"])
def meeting_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Plan a meeting; the page begins with what the last one was like."""
    branch = visible_organization(request.user, organization_id, action="record_work")
    kind = request.GET.get("kind", "all_member")
    before = alike(branch, request.GET.get("like", "")) or last_alike(branch, kind, today())
    left = still_open(before)
    first = planned_like(before, has_left=bool(left)) if before else {"venue": branch.usual_venue}
    form = MeetingForm(
        request.POST or None,
        initial={"kind": before.kind if before else kind} | first,
        people=members_on(branch, today()),
    )
    if request.method == "POST" and form.is_valid():
        try:
            planned = actions.plan_meeting(branch, by=name_of(request.user), agenda=form.titles, **form.meeting_fields)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            if not planned.is_new:
                messages.info(request, _("There is a meeting of this kind on that day already; here it is."))
            return redirect("meetings:meeting-detail", number=planned.record.pk)
    return _plan_page(request, branch, form, None, left=left)


@require_http_methods(["GET", "POST"])
def meeting_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change a planned meeting."""
    meeting = gathering_to_record(request, MEETING, number)
    people = members_on(meeting.organization, meeting.held_on)
    form = MeetingForm(request.POST or None, initial=shown_plan(meeting), people=people)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_plan(
                meeting,
                by=name_of(request.user),
                seen=form.cleaned_data["seen"] or 0,
                agenda=form.titles,
                **form.meeting_fields,
            )
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
            seen_now(form, meeting)
        else:
            return redirect("meetings:meeting-detail", number=meeting.pk)
    return _plan_page(request, meeting.organization, form, meeting, status=status)


def _plan_page(
    request: HttpRequest,
    branch: Organization,
    form: MeetingForm,
    meeting: Meeting | None,
    *,
    status: int = 200,
    left: Sequence[ActionItem] = (),
) -> HttpResponse:
    kept_as = f"meeting-{meeting.pk}" if meeting else f"meeting-of-{branch.pk}"
    context: dict[str, Any] = {
        "organization": branch,
        "form": form,
        "meeting": meeting,
        "kept_as": kept_as,
        "left": left,
        "expectations": expectations_on(branch, meeting.held_on if meeting else today()),
    }
    return render(request, "meetings/meeting_form.html", context, status=status)
