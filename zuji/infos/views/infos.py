"""Infos: the list of a branch, the tables, one of them, writing and changing it."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from zuji.attachments.forms import AttachmentForm
from zuji.attachments.queries import attachments_of
from zuji.attachments.views import receive_upload
from zuji.derivations.queries import links_for, pages_for_writing, readable
from zuji.footprints.facts import reference_to
from zuji.foundation.clock import local_date, today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import chosen_month, chosen_period, picker_of
from zuji.gatherings.forms import seen_now
from zuji.infos import actions
from zuji.infos.actions.writing import CHANGEABLE
from zuji.infos.forms import HandInForm, InfoChangeForm, InfoForm, shown_info
from zuji.infos.models import COUNTED_STATES, Info
from zuji.infos.permissions import (
    can_change,
    can_check,
    can_derive,
    can_follow,
    can_receive,
    can_sign,
    can_take_back,
    is_author,
    words_for,
)
from zuji.infos.queries.ladder import NEXT, ladder_of
from zuji.infos.queries.lists import info_years, own_open, sent_in, topics_for, waiting_in, waits_for_confirming
from zuji.infos.queries.privacy import personal_numbers_in
from zuji.infos.queries.tables import info_tables
from zuji.infos.views.finding import info_for, is_done, refused
from zuji.institutions.actions import refresh
from zuji.organizations.models import Member, Organization
from zuji.organizations.permissions import own_member, visible_branch
from zuji.organizations.policies import settings_on
from zuji.organizations.queries import members_on, name_of

PAGE_LENGTH = 30


def _own_of(request: HttpRequest, branch: Organization) -> Member | None:
    own = own_member(request.user)
    return own if own is not None and members_on(branch, today()).filter(pk=own.pk).exists() else None


def words_wanted(branch: Organization, on: date) -> dict[str, Any]:
    """How long an info should be on a day, and where that setting comes from."""
    setting = settings_on(branch, ["info_words"], on)["info_words"]
    return {"words": setting.value, "words_setting": setting}


def info_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """What a branch sent in a year or a month, one's own that are not sent, and what waits to be checked."""
    branch = visible_branch(request.user, organization_id)
    years = info_years(branch)
    period = chosen_period(request.GET, fallback_year=years[-1] if years else today().year)
    month, own = chosen_month(request.GET), _own_of(request, branch)
    may_check = can_check(request.user, branch)
    latest = sent_in(branch, period.year, month).order_by("-submitted_at", "-pk")
    context = {
        "organization": branch,
        "period": period,
        "picker": picker_of(period, {*years, today().year}, request.path),
        "month": month,
        "months": range(1, 13),
        "page": Paginator(latest, PAGE_LENGTH).get_page(request.GET.get("page")),
        "page_query": urlencode({"year": period.year} | ({"month": month} if month else {})),
        "own": own_open(own),
        "waiting": waiting_in(branch, request.user) if may_check else [],
        "may_write": own is not None or may_check,
        "may_check": may_check,
        "is_member": own is not None,
    }
    return render(request, "infos/info_list.html", context)


def table_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The four tables of a month or a year."""
    branch = visible_branch(request.user, organization_id)
    years = info_years(branch)
    period = chosen_period(request.GET, fallback_year=years[-1] if years else today().year)
    month = chosen_month(request.GET)
    refresh(branch, period.year, today=today())
    context = {
        "organization": branch,
        "period": period,
        "picker": picker_of(period, {*years, today().year}, request.path),
        "month": month,
        "months": range(1, 13),
        "tables": info_tables(branch, period.year, month),
    }
    return render(request, "infos/table_list.html", context)


@require_http_methods(["GET", "POST"])
def info_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Write an info; with `?for=other` enter a member's, or the branch's own; with `?source=` from another record."""
    branch = visible_branch(request.user, organization_id)
    own = _own_of(request, branch)
    if request.GET.get("for") == "other" or own is None:
        own = None
        if not can_check(request.user, branch):
            raise Http404
    form = InfoForm(
        request.POST or None,
        own=own,
        people=members_on(branch, today()),
        topics=topics_for(branch),
        initial={"topic": request.GET.get("topic")},
    )
    if request.method == "POST" and form.is_valid():
        try:
            info = actions.write_info(
                branch,
                form.who,
                written=form.written,
                by=name_of(request.user),
                on=today(),
                origin=actions.Origin(_source(request), form.how),
            ).record
        except ZujiError as error:
            refused(form, error)
        else:
            return redirect("infos:info-detail", number=info.pk)
    whose = "own" if own is not None else "other"
    context = {"organization": branch, "form": form, "info": None, "is_own": own is not None}
    context |= words_wanted(branch, today())
    return render(request, "infos/info_form.html", context | {"kept_as": f"info-{whose}-{branch.pk}"})


def _source(request: HttpRequest) -> str:
    """The record it is written from, where the writer may read that."""
    return next(iter(readable([request.GET.get("source", "")], request.user)), "")


@require_http_methods(["GET", "POST"])
def info_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change an info that is not sent; a page grown stale is refused with everything typed still in it."""
    info = info_for(request, number, can_change)
    form = InfoChangeForm(request.POST or None, topics=topics_for(info.organization), initial=shown_info(info))
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_info(
                info,
                written=form.written,
                seen=form.cleaned_data["seen"] or 0,
                by=name_of(request.user),
                on=today(),
            )
        except ZujiError as error:
            refused(form, error)
            status = 409
            seen_now(form, Info.objects.get(pk=info.pk))
        else:
            return redirect("infos:info-detail", number=info.pk)
    theirs = Info.objects.get(pk=info.pk) if status == 409 else None
    context = {"organization": info.organization, "form": form, "info": info, "is_own": True}
    context |= words_wanted(info.organization, today()) | {"kept_as": f"info-{info.pk}", "theirs": theirs}
    return render(request, "infos/info_form.html", context, status=status)


def info_detail(request: HttpRequest, number: int) -> HttpResponse:
    """An info as a ladder; its text only for those who may read it."""
    info = info_for(request, number)
    user, branch, reference = request.user, info.organization, reference_to(info)
    words, may_read = words_for(user, info), Info.objects.readable_by(user).filter(pk=info.pk).exists()
    steps = _steps(user, info)
    ladder = ladder_of(info)
    outcomes = [rung.outcome for rung in ladder if rung.outcome] if steps["may_follow"] else []
    context = {
        "organization": branch,
        "info": info,
        "title": (words or info.as_sent).title,
        "text": words,
        "may_read": may_read,
        "ladder": ladder,
        "to_take_back": [outcome for outcome in outcomes if can_take_back(user, outcome)],
        "next": NEXT[info.state],
        "hand_in": HandInForm() if steps["may_hand_in"] else None,
        "personal": personal_numbers_in(info) if steps["may_hand_in"] else [],
        "links": links_for(reference, user),
        "number": info.pk,
        "writing": pages_for_writing(reference, branch) if info.is_sent and can_derive(user, branch) else [],
        "attachments": attachments_of([reference])[reference] if may_read else [],
        "file_form": AttachmentForm(),
        **words_wanted(branch, local_date(info.submitted_at) if info.submitted_at else today()),
        **steps,
    }
    return render(request, "infos/info_detail.html", context)


def _steps(user: Any, info: Info) -> dict[str, bool]:
    """Say which steps the reader may take now."""
    author, checks = is_author(user, info), can_check(user, info.organization)
    is_open = info.state in ("draft", "returned")
    is_handed_in = info.state in ("submitted", "branch_checked", "signed")
    is_out, follows = info.state in COUNTED_STATES, can_follow(user, info)
    return {
        "may_change": info.state in CHANGEABLE and can_change(user, info),
        "may_hand_in": is_open and can_change(user, info),
        "may_throw_away": info.state == "draft" and info.submitted_at is None and can_change(user, info),
        "may_send": is_handed_in and can_sign(user, info.organization),
        "may_return": (is_handed_in and checks) or (is_out and can_receive(user, info)),
        "may_withdraw": (author or checks) and not is_open and info.state != "withdrawn",
        "may_follow": is_out and follows,
        "may_receive": is_out and can_receive(user, info),
        "may_attach": follows,
        "may_close": info.state == "reported" and checks,
        "may_reopen": info.state == "closed" and checks,
        "may_confirm": waits_for_confirming(info) and can_sign(user, info.organization),
    }


@require_POST
def removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Throw a draft away."""
    info = info_for(request, number, can_change)
    if not is_done(request, lambda: actions.throw_away(info)):
        return redirect("infos:info-detail", number=number)
    return redirect("infos:info-list", organization_id=info.organization_id)


@require_POST
def file_create(request: HttpRequest, number: int) -> HttpResponse:
    """Add the scan of a bulletin or an instruction."""
    info = info_for(request, number, can_follow)
    back = reverse("infos:info-detail", args=[number])
    return receive_upload(request, info, organization=info.organization, back=back)
