"""Who has been contacted this quarter and who not yet; a contact in two taps."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.contacts import actions
from zuji.contacts.forms import ContactForm
from zuji.contacts.models import MemberContact
from zuji.contacts.permissions import can_confirm_contacts, can_record_contacts
from zuji.contacts.queries import allowed_topics, contact_lines, in_office, keeper_of, own_contacts
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import Quarter, asked_quarter
from zuji.foundation.recording import RecordingError
from zuji.organizations.models import Member, Organization
from zuji.organizations.permissions import own_member, visible_branch
from zuji.organizations.queries import members_on, name_of

KEPT_BETWEEN_TAPS = ("on", "kind", "form", "topic", "by_member", "ground")


@require_http_methods(["GET", "POST"])
def contact_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """A quarter's contacts: all for who keeps the records, one's own for a member."""
    branch = visible_branch(request.user, organization_id)
    quarter = asked_quarter(request.GET.get("quarter", ""), fallback=today())
    reader = own_member(request.user)
    if not can_record_contacts(request.user, branch):
        if request.method == "POST":
            raise Http404
        return _own_page(request, branch, quarter, reader)
    on = min(quarter.last_on, max(today(), quarter.first_on))
    holders = in_office(branch, on)
    own = maker_for(request, holders, reader)
    form = ContactForm(
        request.POST or None,
        people=members_on(branch, on),
        topics=allowed_topics(branch, on),
        holders=holders,
        own=own,
        initial=first_values(request, KEPT_BETWEEN_TAPS, on=on, form="电话", by_member=own, ground="in_person"),
    )
    if request.method == "POST" and form.is_valid() and _made(request, form, branch):
        return redirect(_address(branch, quarter, form.data if own is None else {}))
    lines = contact_lines(branch, quarter, today=today(), reader=reader)
    context = {
        "organization": branch,
        "quarter": quarter,
        "form": form,
        "lines": lines,
        "holders": holders,
        "may_enter_for_others": own is not None and len(holders) > 1,
        "for_other": own is None,
        "is_shared_out": any(line.keeper for line in lines),
        "left_alone_count": sum(line.keeper is None for line in lines),
        "waiting_count": sum(not line.is_contacted for line in lines),
        "may_confirm": can_confirm_contacts(request.user, branch),
    }
    return render(request, "contacts/contact_list.html", context)


def _own_page(request: HttpRequest, branch: Organization, quarter: Quarter, reader: Member | None) -> HttpResponse:
    context = {
        "organization": branch,
        "quarter": quarter,
        "own": own_contacts(branch, request.user, quarter),
        "keeper": keeper_of(branch, reader, today()) if reader else None,
    }
    return render(request, "contacts/own_contacts.html", context)


def maker_for(request: HttpRequest, holders: list[Member], reader: Member | None) -> Member | None:
    """Give who enters their own doing: somebody in office, unless `?for=other` asks for another's."""
    if request.GET.get("for") == "other":
        return None
    return next((holder for holder in holders if holder == reader), None)


def first_values(request: HttpRequest, kept: tuple[str, ...], **first: Any) -> dict[str, Any]:
    """Begin a form with what was said at the last tap, for who enters several in a row."""
    return first | {name: request.GET[name] for name in kept if request.GET.get(name)}


def _made(request: HttpRequest, form: ContactForm, branch: Organization) -> bool:
    try:
        made = actions.make_contact(branch, today=today(), by=request.user, **form.cleaned_data)
    except RecordingError as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
    except ZujiError as error:
        form.add_error(None, str(error))
    else:
        messages.success(request, str(made.record))
        return True
    return False


def _address(branch: Organization, quarter: Quarter, said: Any) -> str:
    kept = {name: said[name] for name in KEPT_BETWEEN_TAPS if said.get(name)} | ({"for": "other"} if said else {})
    return f"{reverse('contacts:contact-list', args=[branch.pk])}?{urlencode({'quarter': quarter.key, **kept})}"


def _contact_to_record(request: HttpRequest, number: int) -> MemberContact:
    contacts = MemberContact.objects.visible_to(request.user).select_related("organization", "member", "by_member")
    contact: MemberContact = get_object_or_404(contacts, pk=number)
    return contact


@require_POST
def removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take back a contact entered by mistake."""
    contact = _contact_to_record(request, number)
    if not can_record_contacts(request.user, contact.organization):
        raise Http404
    branch, quarter, is_visit = contact.organization, asked_quarter("", fallback=contact.on), contact.occasion_id
    messages.info(request, _("Taken back: %(what)s") % {"what": contact})
    actions.remove_contact(contact)
    return redirect("contacts:visit-list", branch.pk) if is_visit else redirect(_address(branch, quarter, {}))


@require_POST
def confirmation_create(request: HttpRequest, number: int) -> HttpResponse:
    """Vouch for a contact that was entered late."""
    contact = _contact_to_record(request, number)
    if not can_confirm_contacts(request.user, contact.organization):
        raise Http404
    try:
        actions.confirm_contact(contact, by=name_of(request.user))
    except ZujiError as error:
        messages.error(request, str(error))
    return redirect(_address(contact.organization, asked_quarter("", fallback=contact.on), {}))
