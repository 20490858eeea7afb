"""Signing in by oneself: the screen with the code, and the member's one tap."""

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import now
from zuji.foundation.errors import ZujiError
from zuji.gatherings import actions
from zuji.gatherings.forms import CodeForm, SignInStateForm
from zuji.gatherings.noun import GatheringNoun
from zuji.gatherings.permissions import can_record
from zuji.gatherings.queries import code_at
from zuji.gatherings.views.finding import gathering_for, gathering_to_record
from zuji.organizations.permissions import own_member
from zuji.organizations.queries import name_of


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest, number: int, noun: GatheringNoun) -> HttpResponse:
    """Show the code to who keeps the record; take it from a member. A code in the address waits for one tap."""
    gathering = gathering_for(request, noun, number)
    may_record = can_record(request.user, gathering.organization)
    own = own_member(request.user)
    form = CodeForm(request.POST or None, initial={"code": request.GET.get("code", "")})
    if request.method == "POST" and own is not None and form.is_valid():
        try:
            actions.check_in(gathering, own, code=form.cleaned_data["code"], at=now())
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("You are signed in."))
            return redirect(noun.pages(gathering)["detail"])
    code = code_at(gathering, now()) if may_record and "code" not in request.GET else ""
    context = {
        "organization": gathering.organization,
        "gathering": gathering,
        "pages": noun.pages(gathering),
        "form": form,
        "code": code,
        "picture": _picture(request, code) if code else "",
        "signed_in": gathering.check_ins.select_related("member") if may_record else [],
        "may_record": may_record,
        "may_sign_in": own is not None and bool(gathering.sign_in_key) and not code,
    }
    part = "gatherings/parts/code.html" if request.headers.get("HX-Request") else "gatherings/sign_in.html"
    return render(request, part, context)


def _picture(request: HttpRequest, code: str) -> str:
    address = f"{request.build_absolute_uri(request.path)}?code={code}"
    return mark_safe(segno.make(address, error="m").svg_inline(scale=1, omitsize=True, svgclass="qr", lineclass=None))


@require_POST
def sign_in_state_create(request: HttpRequest, number: int, noun: GatheringNoun) -> HttpResponse:
    """Open or close signing in."""
    gathering = gathering_to_record(request, noun, number)
    form = SignInStateForm(request.POST)
    by = name_of(request.user)
    if form.is_valid():
        try:
            if form.cleaned_data["state"] == "open":
                actions.open_sign_in(gathering, at=now(), by=by)
            else:
                actions.close_sign_in(gathering, by=by)
        except ZujiError as error:
            messages.error(request, str(error))
    return redirect(noun.pages(gathering)["sign_in"])
