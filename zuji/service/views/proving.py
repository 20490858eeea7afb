"""How a lecture went, vouching for a late entry, the public page, files."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.attachments.views import receive_upload
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings.forms import seen_now
from zuji.organizations.queries import name_of
from zuji.service import actions
from zuji.service.forms import ProofForm, PublicationForm, shown_proof
from zuji.service.permissions import can_confirm
from zuji.service.views.finding import lecture_for, lecture_to_keep


@require_http_methods(["GET", "POST"])
def proof_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Say how many came and what proves it."""
    lecture = lecture_to_keep(request, number)
    form = ProofForm(request.POST or None, initial=shown_proof(lecture))
    status = 200
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            actions.hold_lecture(lecture, proof=form.proof, seen=seen, on=today(), by=name_of(request.user))
        except RecordingError as error:
            form.add_error("feedback" if error.field == "feedback_tenths" else error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
            seen_now(form, lecture)
            status = 409
        else:
            return redirect("service:lecture-detail", number=number)
    context = {"organization": lecture.organization, "lecture": lecture, "form": form}
    return render(request, "service/proof_form.html", context, status=status)


@require_POST
def confirmation_create(request: HttpRequest, number: int) -> HttpResponse:
    """Vouch for a lecture that was entered late."""
    lecture = lecture_for(request, number)
    if not can_confirm(request.user, lecture.organization):
        raise Http404
    try:
        actions.confirm_lecture(lecture, on=today(), by=name_of(request.user))
    except ZujiError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Confirmed: it counts now."))
    return redirect("service:lecture-detail", number=number)


@require_http_methods(["GET", "POST"])
def publication_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Put a lecture on the public page, or take it off."""
    lecture = lecture_to_keep(request, number)
    first = {"is_published": lecture.is_published, "shows_speakers": lecture.shows_speakers}
    form = PublicationForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            actions.publish_lecture(lecture, **form.cleaned_data, on=today(), by=name_of(request.user))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect("service:lecture-detail", number=number)
    context = {"organization": lecture.organization, "lecture": lecture, "form": form}
    return render(request, "service/publication_form.html", context)


@require_POST
def file_create(request: HttpRequest, number: int) -> HttpResponse:
    """Add a file that proves it."""
    lecture = lecture_to_keep(request, number)
    back = reverse("service:lecture-detail", args=[number])
    return receive_upload(request, lecture, organization=lecture.organization, back=back)
