"""The lectures of a year, one lecture, planning and changing it, calling it off."""

from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zuji.attachments.forms import AttachmentForm
from zuji.attachments.queries import attachments_of, removals_of
from zuji.footprints.facts import reference_to
from zuji.foundation.cells import NOTHING_DUE, Cell
from zuji.foundation.clock import today
from zuji.foundation.numbers import month
from zuji.foundation.periods import chosen_period, picker_of
from zuji.foundation.recording import RecordingError, StaleRecord
from zuji.gatherings.forms import seen_now
from zuji.gatherings.views.branch_lists import reason_page
from zuji.organizations.models import Organization
from zuji.organizations.permissions import visible_organization
from zuji.organizations.policies import value_on
from zuji.organizations.queries import name_of
from zuji.service import actions
from zuji.service.forms import LectureForm, SearchForm, shown_plan
from zuji.service.models import Lecture
from zuji.service.permissions import can_confirm, can_keep
from zuji.service.queries import (
    has_public_page,
    host_units_of,
    is_late,
    lecture_years,
    lectures_of,
    matching,
    speakers_of,
    to_do,
    topics_of,
    year_of,
)
from zuji.service.views.finding import lecture_for, lecture_to_keep
from zuji.service.workbook import ledger

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def lecture_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The lectures of a year with how far it is: a branch's, or of every branch below a committee."""
    organization = visible_organization(request.user, organization_id)
    years = lecture_years(organization)
    past = [year for year in years if year <= today().year]
    period = chosen_period(request.GET, fallback_year=past[-1] if past else today().year)
    every = list(lectures_of(organization).filter(held_on__year=period.year))
    search = SearchForm({**request.GET.dict(), "year": period.year})
    asked = search.cleaned_data if search.is_valid() else {}
    shown = {name: asked.get(name, "").replace("\0", "") for name in ("category", "speaker", "q")}
    progress = year_of(organization, every, year=period.year, today=today())
    is_branch = organization.level == "branch"
    context = {
        "organization": organization,
        "is_branch": is_branch,
        "period": period,
        "picker": picker_of(period, {*years, today().year}, request.path),
        "progress": progress,
        "months": [
            Cell("met" if number else NOTHING_DUE, str(number), when=month(at), heading=str(at))
            for at, number in enumerate(progress.months, start=1)
        ],
        "search": search,
        "is_searched": any(shown.values()),
        "lectures": matching(every, category=shown["category"], speaker=shown["speaker"], words=shown["q"]),
        "may_keep": is_branch and can_keep(request.user, organization),
        "has_public_page": has_public_page(organization),
    }
    return render(request, "service/lecture_list.html", context)


@require_safe
def lecture_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One lecture, what it still lacks and the next step."""
    lecture = lecture_for(request, number)
    branch, reference = lecture.organization, reference_to(lecture)
    may_keep = can_keep(request.user, branch)
    context = {
        "organization": branch,
        "lecture": lecture,
        "to_do": to_do(lecture, today()),
        "evidence_needed": value_on(branch, "lecture_evidence", lecture.held_on),
        "has_begun": lecture.held_on <= today(),
        "may_keep": may_keep,
        "may_confirm": can_confirm(request.user, branch)
        and is_late(lecture, value_on(branch, "late_after_days", lecture.held_on)),
        "events": lecture.events.all(),
        "files": attachments_of([reference])[reference],
        "removals": removals_of([reference])[reference],
        "file_form": AttachmentForm(about=reference),
    }
    return render(request, "service/lecture_detail.html", context)


@require_http_methods(["GET", "POST"])
def lecture_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Plan a lecture, or begin the entry of one already given: on a topic of the library, or like an earlier one."""
    branch = visible_organization(request.user, organization_id, action="keep_service")
    if branch.level != "branch":
        raise Http404
    form = _form(request, branch, first=_first(branch, request))
    if request.method == "POST" and form.is_valid():
        said: dict[str, Any] = {"plan": form.plan, "on": today(), "by": name_of(request.user), **form.words}
        try:
            lecture = actions.plan_lecture(branch, **said).record
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            if lecture.status == "planned" and lecture.held_on <= today():
                return redirect("service:proof-edit", number=lecture.pk)
            return redirect("service:lecture-detail", number=lecture.pk)
    return render(request, "service/lecture_form.html", {"organization": branch, "form": form})


def _form(request: HttpRequest, branch: Organization, *, first: Any, lecture: Lecture | None = None) -> LectureForm:
    return LectureForm(
        request.POST or None,
        initial=first,
        people=speakers_of(branch, today(), lecture),
        topics=topics_of(branch),
        host_units=host_units_of(branch),
    )


def _first(branch: Organization, request: HttpRequest) -> dict[str, Any]:
    """What the page begins with: an earlier lecture without its day, a topic of the library, or nothing."""
    like, topic = request.GET.get("like", ""), request.GET.get("topic", "")
    if like.isdecimal():
        earlier = Lecture.objects.of(branch).filter(pk=int(like)).prefetch_related("speakers").first()
        if earlier is not None:
            return {name: value for name, value in shown_plan(earlier).items() if name not in ("held_on", "seen")}
    if topic.isdecimal():
        found = topics_of(branch).filter(pk=int(topic)).first()
        if found is not None:
            return {"library_topic": found.pk, "topic": found.title, "category": found.category}
    return {}


@require_http_methods(["GET", "POST"])
def lecture_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change the plan, or correct what is said of a lecture that was given."""
    lecture = lecture_to_keep(request, number)
    form = _form(request, lecture.organization, first=shown_plan(lecture), lecture=lecture)
    status = 200
    if request.method == "POST" and form.is_valid():
        said: dict[str, Any] = {"plan": form.plan, "on": today(), "by": name_of(request.user), **form.words}
        try:
            actions.change_lecture(lecture, seen=form.cleaned_data["seen"] or 0, **said)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except StaleRecord as error:
            form.add_error(None, str(error))
            seen_now(form, lecture)
            status = 409
        else:
            return redirect("service:lecture-detail", number=lecture.pk)
    context = {"organization": lecture.organization, "lecture": lecture, "form": form, "is_stale": status == 409}
    return render(request, "service/lecture_form.html", context, status=status)


@require_http_methods(["GET", "POST"])
def cancellation_create(request: HttpRequest, number: int) -> HttpResponse:
    """Call a lecture off."""
    lecture = lecture_to_keep(request, number)
    by = name_of(request.user)
    return reason_page(
        request,
        lecture,
        call_off=lambda reason: actions.cancel_lecture(lecture, reason=reason, on=today(), by=by),
        back=reverse("service:lecture-detail", args=[lecture.pk]),
    )


@require_safe
def lecture_workbook(request: HttpRequest, organization_id: int, year: int) -> HttpResponse:
    """The ledger of a year's lectures as a workbook."""
    organization = visible_organization(request.user, organization_id)
    answer = HttpResponse(
        ledger(list(lectures_of(organization).filter(held_on__year=year).order_by("held_on", "pk"))), content_type=XLSX
    )
    name = quote(_("Ledger of lectures %(year)s.xlsx") % {"year": year})
    answer.headers["Content-Disposition"] = f"attachment; filename=\"lectures-{year}.xlsx\"; filename*=UTF-8''{name}"
    return answer
