"""Reflections: the list, one of them, writing, handing in, withdrawing, and the journal's consent."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings.permissions import can_record
from zuji.organizations.models import Member, Organization
from zuji.organizations.permissions import own_member, visible_branch
from zuji.organizations.queries import members_on, name_of
from zuji.study import actions
from zuji.study.forms.reflections import ConsentForm, ReflectionForm, shown_reflection
from zuji.study.models import StudyReflection
from zuji.study.permissions import is_author
from zuji.study.queries.reflections import own_reflections, reflections_of_others

PAGE_LENGTH = 30


def _own_of(request: HttpRequest, branch: Organization) -> Member | None:
    own = own_member(request.user)
    return own if own is not None and members_on(branch, today()).filter(pk=own.pk).exists() else None


def reflection_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """One's own reflections, and those of others that one may read."""
    branch = visible_branch(request.user, organization_id)
    others = Paginator(reflections_of_others(branch, request.user), PAGE_LENGTH)
    context = {
        "organization": branch,
        "own": own_reflections(branch, request.user),
        "page": others.get_page(request.GET.get("page")),
        "may_write": _own_of(request, branch) is not None,
        "may_record": can_record(request.user, branch),
    }
    return render(request, "study/reflection_list.html", context)


def _for_whom(request: HttpRequest, branch: Organization) -> Member | None:
    """Say for whom one is written: the reader, or None for another with `?for=other`, who keeps records only."""
    own = _own_of(request, branch)
    if request.GET.get("for") != "other" and own is not None:
        return own
    if not can_record(request.user, branch):
        raise Http404
    return None


@require_http_methods(["GET", "POST"])
def reflection_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Write a reflection, or with `?for=other` enter one that came on paper."""
    branch = visible_branch(request.user, organization_id)
    own = _for_whom(request, branch)
    form = ReflectionForm(request.POST or None, people=members_on(branch, today()), own=own, initial={"on": today()})
    if request.method == "POST" and form.is_valid():
        try:
            recorded = _written(request, branch, form)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            if own is None:
                return redirect("study:reflection-list", organization_id=branch.pk)
            return redirect("study:reflection-detail", number=recorded.pk)
    # two forms on one device: a secretary's own draft is not put into the form for another
    whose = "own" if own is not None else "other"
    context = {"organization": branch, "form": form, "is_own": own is not None, "reflection": None}
    return render(request, "study/reflection_form.html", context | {"kept_as": f"reflection-{whose}-{branch.pk}"})


def _written(request: HttpRequest, branch: Organization, form: ReflectionForm) -> StudyReflection:
    if form.own is not None:
        return actions.write_reflection(branch, form.own, written=form.written, on=today()).record
    entered = actions.enter_reflection(
        branch, form.who, written=form.written, received=form.received, by=name_of(request.user), today=today()
    )
    return entered.record


def _reflection_for(request: HttpRequest, number: int, *, is_own: bool = False) -> StudyReflection:
    readable = StudyReflection.objects.visible_to(request.user)
    found: StudyReflection = get_object_or_404(readable.select_related("organization__parent", "member"), pk=number)
    if is_own and not is_author(request.user, found):
        raise Http404
    return found


def reflection_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One reflection, for whom its author lets read it."""
    reflection = _reflection_for(request, number)
    context = {
        "organization": reflection.organization,
        "reflection": reflection,
        "is_author": is_author(request.user, reflection),
        "may_record": can_record(request.user, reflection.organization),
    }
    return render(request, "study/reflection_detail.html", context)


@require_http_methods(["GET", "POST"])
def reflection_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change one's own reflection, or how far it is read."""
    reflection = _reflection_for(request, number, is_own=True)
    form = ReflectionForm(
        request.POST or None,
        people=Member.objects.none(),
        own=reflection.member,
        initial=shown_reflection(reflection),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_reflection(reflection, written=form.written)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect("study:reflection-detail", number=reflection.pk)
    context = {"organization": reflection.organization, "form": form, "is_own": True, "reflection": reflection}
    return render(request, "study/reflection_form.html", context | {"kept_as": f"reflection-{reflection.pk}"})


def _told(request: HttpRequest, do: Callable[..., Any], *arguments: Any, **said: Any) -> bool:
    """Do something, or tell why not."""
    try:
        do(*arguments, **said)
    except ZujiError as error:
        messages.error(request, str(error))
        return False
    return True


@require_POST
def submission_create(request: HttpRequest, number: int) -> HttpResponse:
    """Hand a reflection in."""
    _told(request, actions.hand_in_reflection, _reflection_for(request, number, is_own=True), on=today())
    return redirect("study:reflection-detail", number=number)


@require_POST
def withdrawal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Withdraw a reflection."""
    _told(request, actions.withdraw_reflection, _reflection_for(request, number, is_own=True))
    return redirect("study:reflection-detail", number=number)


@require_POST
def reflection_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Throw a draft away."""
    reflection = _reflection_for(request, number, is_own=True)
    if _told(request, actions.remove_reflection, reflection):
        return redirect("study:reflection-list", organization_id=reflection.organization_id)
    return redirect("study:reflection-detail", number=number)


@require_POST
def consent_create(request: HttpRequest, number: int) -> HttpResponse:
    """Let the journal have it, or take that back."""
    reflection = _reflection_for(request, number, is_own=True)
    form = ConsentForm(request.POST)
    if form.is_valid():
        is_given = form.cleaned_data["state"] == "given"
        _told(request, actions.consent_to_journal, reflection, is_given=is_given, on=today())
    return redirect("study:reflection-detail", number=number)


@require_POST
def publication_create(request: HttpRequest, number: int) -> HttpResponse:
    """Note that the journal took it: by who keeps the records, with the author's consent."""
    reflection = _reflection_for(request, number)
    if not can_record(request.user, reflection.organization):
        raise Http404
    _told(request, actions.take_for_journal, reflection, on=today())
    return redirect("study:reflection-detail", number=number)
