"""What members ask, and what is answered."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.contacts import actions
from zuji.contacts.forms import AnswerForm, RequestForm, SettlementForm
from zuji.contacts.models import MemberRequest
from zuji.contacts.permissions import can_record_contacts, is_asking
from zuji.contacts.queries import request_lines
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.organizations.permissions import own_member, visible_branch
from zuji.organizations.queries import members_on, name_of


def request_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Requests of a branch: all for who keeps the records, one's own for a member."""
    branch = visible_branch(request.user, organization_id)
    own = own_member(request.user)
    context = {
        "organization": branch,
        "lines": request_lines(branch, request.user, today=today()),
        "may_record": can_record_contacts(request.user, branch),
        "may_ask": own is not None and members_on(branch, today()).filter(pk=own.pk).exists(),
    }
    return render(request, "contacts/request_list.html", context)


@require_http_methods(["GET", "POST"])
def request_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Ask something: for oneself, or with `?for=other` for somebody who told by phone, on paper or in person."""
    branch = visible_branch(request.user, organization_id)
    people, own = members_on(branch, today()), own_member(request.user)
    if request.GET.get("for") == "other" or own is None or not people.filter(pk=own.pk).exists():
        own = None
        if not can_record_contacts(request.user, branch):
            raise Http404
    form = RequestForm(request.POST or None, people=people, own=own, initial={"asked_on": today()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.make_request(
                branch,
                member=form.who,
                matter=said["matter"],
                asked_on=said.get("asked_on") or today(),
                today=today(),
                by=request.user,
                ground=said.get("ground", ""),
            )
        except RecordingError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect("contacts:request-detail", made.record.pk)
    return render(
        request, "contacts/request_form.html", {"organization": branch, "form": form, "is_own": own is not None}
    )


def _request_for(request: HttpRequest, number: int) -> MemberRequest:
    """Find a request that the reader may read."""
    found = MemberRequest.objects.visible_to(request.user).select_related("organization__parent", "member")
    asked: MemberRequest = get_object_or_404(found, pk=number)
    return asked


def request_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One request with its answers."""
    return _detail_page(request, _request_for(request, number), AnswerForm())


def _detail_page(request: HttpRequest, asked: MemberRequest, form: AnswerForm) -> HttpResponse:
    may_record, is_own = can_record_contacts(request.user, asked.organization), is_asking(request.user, asked)
    context = {
        "organization": asked.organization,
        "asked": asked,
        "answers": asked.answers.all(),
        "form": form,
        "is_own": is_own,
        "may_answer": may_record and asked.state != "closed",
        "may_settle": (is_own or may_record) and asked.state != "open",
        "may_take_back": (is_own or may_record) and asked.state == "open" and not asked.answers.exists(),
        "settlement": SettlementForm(),
    }
    return render(request, "contacts/request_detail.html", context)


@require_POST
def answer_create(request: HttpRequest, number: int) -> HttpResponse:
    """Answer a request."""
    asked = _request_for(request, number)
    if not can_record_contacts(request.user, asked.organization):
        raise Http404
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            actions.answer_request(asked, text=form.cleaned_data["text"], by=name_of(request.user), on=today())
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect("contacts:request-detail", asked.pk)
    return _detail_page(request, asked, form)


@require_POST
def settlement_create(request: HttpRequest, number: int) -> HttpResponse:
    """Say whether an answer settles the matter."""
    asked = _request_for(request, number)
    form = SettlementForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.settle_request(
                asked, is_settled=said["is_settled"] == "yes", on=today(), by=request.user, ground=said["ground"]
            )
        except ZujiError as error:
            messages.error(request, str(error))
    return redirect("contacts:request-detail", asked.pk)


@require_POST
def request_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take back a request that nobody has answered."""
    asked = _request_for(request, number)
    try:
        actions.remove_request(asked)
    except ZujiError as error:
        messages.error(request, str(error))
        return redirect("contacts:request-detail", number)
    messages.info(request, _("Taken back: %(what)s") % {"what": _("member’s request")})
    return redirect("contacts:request-list", asked.organization_id)
