"""The steps within a branch: handing in, sending, giving back, withdrawing."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import SHANGHAI, now, today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import StaleRecord
from zuji.gatherings.forms import seen_now
from zuji.infos import actions
from zuji.infos.forms import HandInForm, ReasonForm, SendingForm
from zuji.infos.models import Info
from zuji.infos.permissions import can_change, can_check, can_return, can_sign, desk_of, is_author
from zuji.infos.queries.likeness import likeness_for
from zuji.infos.queries.privacy import personal_numbers_in
from zuji.infos.queries.separation import must_be_signed_by_another, signs_own_work
from zuji.infos.views.finding import info_for, is_done, refused
from zuji.organizations.models import Organization
from zuji.organizations.permissions import own_member
from zuji.organizations.queries import name_of


@require_POST
def submission_create(request: HttpRequest, number: int) -> HttpResponse:
    """Hand an info in to the branch; what is not vouched for stays a draft."""
    info = info_for(request, number, can_change)
    form = HandInForm(request.POST)
    form.is_valid()
    is_clear = bool(form.cleaned_data.get("is_clear"))
    is_done(request, lambda: actions.hand_in(info, is_clear=is_clear, by=name_of(request.user), on=today()))
    return redirect("infos:info-detail", number=number)


@require_http_methods(["GET", "POST"])
def sending_create(request: HttpRequest, number: int) -> HttpResponse:
    """Check, sign and send: what is like it stands above, and to whom it goes is chosen."""
    info = info_for(request, number, lambda user, found: can_sign(user, found.organization))
    alike, signs_own = likeness_for(info, request.user), signs_own_work(request.user, info)
    form = SendingForm(
        request.POST or None,
        branch=info.organization,
        alike=alike,
        signs_own=signs_own,
        initial={"on": today(), "seen": info.revision},
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.send_info(
                info,
                to=form.destinations,
                by=name_of(request.user),
                at=instant_of(form.cleaned_data["on"]),
                today=today(),
                saw=signer_saw(request, form),
            )
        except StaleRecord as error:
            refused(form, error)
            status = 409
            seen_now(form, info)
            info.refresh_from_db()  # after the line above: what is shown is never older than what counts as seen
        except ZujiError as error:
            refused(form, error)
        else:
            return redirect("infos:info-detail", number=number)
    context = {
        "organization": info.organization,
        "info": info,
        "form": form,
        "same_matter": [each for each in alike if each.verdict == "same_matter"],
        "personal": personal_numbers_in(info),
        "signs_own": signs_own,
        "must_be_another": signs_own and must_be_signed_by_another(info, today()),
        "is_stale": status == 409,
    }
    return render(request, "infos/sending_form.html", context, status=status)


def signer_saw(request: HttpRequest, form: SendingForm) -> actions.SignerSaw:
    """What the signer read, and who they are as a member."""
    own, said = own_member(request.user), form.cleaned_data
    return actions.SignerSaw(said["seen"], form.reasons, own.pk if own else None, said.get("why_own", ""))


@require_POST
def confirmation_create(request: HttpRequest, number: int) -> HttpResponse:
    """Confirm one that was entered late."""
    info = info_for(request, number, lambda user, found: can_sign(user, found.organization))
    is_done(request, lambda: actions.confirm_info(info, by=name_of(request.user), on=today()))
    return redirect("infos:info-detail", number=number)


@require_POST
def closure_create(request: HttpRequest, number: int) -> HttpResponse:
    """Say that nothing more is expected."""
    info = info_for(request, number, lambda user, found: can_check(user, found.organization))
    is_done(request, lambda: actions.close_info(info, by=name_of(request.user), on=today()))
    return redirect("infos:info-detail", number=number)


@require_POST
def closure_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Say that something is expected after all."""
    info = info_for(request, number, lambda user, found: can_check(user, found.organization))
    is_done(request, lambda: actions.reopen_info(info, by=name_of(request.user), on=today()))
    return redirect("infos:info-detail", number=number)


def instant_of(on: date) -> datetime:
    """Now for today; of an earlier day, whose hour nobody knows, noon."""
    return now() if on == today() else datetime.combine(on, time(12), SHANGHAI)


def step_page(request: HttpRequest, info: Info, title: str, form: Any, do: Callable[[Any], Any]) -> HttpResponse:
    """Ask what a step needs, and take it with the filled form; a refusal stands at its field."""
    if request.method == "POST" and form.is_valid():
        try:
            do(form)
        except ZujiError as error:
            refused(form, error)
        else:
            return redirect("infos:info-detail", number=info.pk)
    context = {"organization": info.organization, "info": info, "form": form, "title": title}
    return render(request, "infos/step_form.html", context)


@require_http_methods(["GET", "POST"])
def return_create(request: HttpRequest, number: int) -> HttpResponse:
    """Give an info back with what is to be mended: the branch before it is sent, a desk after."""
    info = info_for(request, number, can_return)

    def give_back(form: Any) -> None:
        actions.return_info(info, step=step_of(request, info, form), today=today())

    return step_page(request, info, _("Give it back"), ReasonForm(request.POST or None), give_back)


@require_http_methods(["GET", "POST"])
def withdrawal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take an info back for good."""
    info = info_for(request, number, lambda user, found: is_author(user, found) or can_check(user, found.organization))

    def withdraw(form: Any) -> None:
        actions.withdraw_info(info, step=step_of(request, info, form), today=today())

    return step_page(request, info, _("Withdraw the info"), ReasonForm(request.POST or None), withdraw)


def acting_desk(request: HttpRequest, info: Info) -> Organization | None:
    """The committee in whose name a desk acts; None for the branch itself."""
    return None if can_check(request.user, info.organization) else desk_of(request.user, info)


def step_of(request: HttpRequest, info: Info, form: Any) -> actions.Step:
    """A step of today for the reason given, in the name of the desk or of the branch."""
    desk = acting_desk(request, info)
    return actions.Step(form.cleaned_data["reason"], today(), name_of(request.user), str(desk or ""))
