"""Who has been contacted this quarter and who not yet; a contact in two taps."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.contacts import actions
from zuji.contacts.forms import ContactForm
from zuji.contacts.models import MemberContact
from zuji.contacts.permissions import can_record_contacts
from zuji.contacts.queries import contact_lines, in_office, own_contacts
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import Quarter, asked_quarter
from zuji.foundation.recording import RecordingError
from zuji.organizations.models import Organization
from zuji.organizations.permissions import visible_branch
from zuji.organizations.queries import members_on


@require_http_methods(["GET", "POST"])
def contact_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """A quarter's contacts: all for who keeps the records, one's own for a member."""
    branch = visible_branch(request.user, organization_id)
    quarter = asked_quarter(request.GET.get("quarter", ""), fallback=today())
    if not can_record_contacts(request.user, branch):
        if request.method == "POST":
            raise Http404
        context = {"organization": branch, "quarter": quarter, "own": own_contacts(branch, request.user, quarter)}
        return render(request, "contacts/own_contacts.html", context)
    on = min(quarter.last_on, max(today(), quarter.first_on))
    form = ContactForm(
        request.POST or None,
        people=members_on(branch, on),
        holders=in_office(branch, on),
        initial=_first(request, branch, on),
    )
    if request.method == "POST" and form.is_valid() and _made(form, branch):
        return redirect(_address(branch, quarter))
    lines = contact_lines(branch, quarter, today=today())
    context = {
        "organization": branch,
        "quarter": quarter,
        "form": form,
        "lines": lines,
        "waiting_count": sum(not line.contacts for line in lines),
    }
    return render(request, "contacts/contact_list.html", context)


def _first(request: HttpRequest, branch: Organization, on: object) -> dict[str, object]:
    holders = in_office(branch, today())
    own = next((holder for holder in holders if holder.user_id == request.user.pk), None)
    return {"on": on, "form": "电话", "by_member": own or (holders[0] if holders else None)}


def _made(form: ContactForm, branch: Organization) -> bool:
    said = form.cleaned_data
    try:
        actions.make_contact(
            branch, by_member=said["by_member"], member=said["member"], on=said["on"], form=said["form"], today=today()
        )
    except RecordingError as error:
        form.add_error(error.field, str(error))
    except ZujiError as error:
        form.add_error(None, str(error))
    else:
        return True
    return False


def _address(branch: Organization, quarter: Quarter) -> str:
    return f"{reverse('contacts:contact-list', args=[branch.pk])}?quarter={quarter.key}"


@require_POST
def removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take back a contact entered by mistake."""
    contact = get_object_or_404(
        MemberContact.objects.visible_to(request.user).select_related("organization"), pk=number
    )
    if not can_record_contacts(request.user, contact.organization):
        raise Http404
    quarter = asked_quarter("", fallback=contact.on)
    actions.remove_contact(contact)
    messages.info(request, _("Taken back: %(what)s") % {"what": contact})
    return redirect(_address(contact.organization, quarter))
