"""Notice, the answers to it, and calling off."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.gatherings import actions
from zuji.gatherings.forms import CancellationForm
from zuji.gatherings.noun import GatheringNoun
from zuji.gatherings.views.finding import gathering_for, gathering_to_record
from zuji.organizations.permissions import own_member
from zuji.organizations.queries import name_of


@require_POST
def notice_create(request: HttpRequest, number: int, noun: GatheringNoun) -> HttpResponse:
    """Note that notice has gone out."""
    gathering = gathering_to_record(request, noun, number)
    try:
        actions.give_notice(gathering, on=today(), by=name_of(request.user))
    except ZujiError as error:
        messages.error(request, str(error))
    return redirect(noun.pages(gathering)["detail"])


@require_POST
def reply_create(request: HttpRequest, number: int, noun: GatheringNoun) -> HttpResponse:
    """Say that one will come."""
    gathering = gathering_for(request, noun, number)
    own = own_member(request.user)
    if own is None:
        raise Http404
    try:
        actions.reply(gathering, own, on=today())
    except ZujiError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Noted: you will come."))
    return redirect(noun.pages(gathering)["detail"])


@require_http_methods(["GET", "POST"])
def cancellation_create(request: HttpRequest, number: int, noun: GatheringNoun, call_off: Any = None) -> HttpResponse:
    """Call it off, with a reason. Takes: the app's own verb where it refuses more than ours."""
    gathering = gathering_to_record(request, noun, number)
    form = CancellationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = {"reason": form.cleaned_data["reason"], "by": name_of(request.user)}
        try:
            call_off(gathering, **said) if call_off else actions.call_off(noun, gathering, **said)
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect(noun.pages(gathering)["detail"])
    context = {
        "organization": gathering.organization,
        "gathering": gathering,
        "pages": noun.pages(gathering),
        "form": form,
    }
    return render(request, "gatherings/cancellation_form.html", context)
