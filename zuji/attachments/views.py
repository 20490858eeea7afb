"""A file is read, removed, and taken in for the record apps, which own the address where it is added."""

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zuji.attachments import actions
from zuji.attachments.forms import AttachmentForm
from zuji.attachments.models import Attachment
from zuji.attachments.permissions import can_read_attachment, can_remove_attachment
from zuji.foundation.recording import RecordingError
from zuji.organizations.models import Organization
from zuji.organizations.queries import name_of


def receive_upload(request: HttpRequest, record: Any, *, organization: Organization, back: str) -> HttpResponse:
    """Take in the file of a post for a record app, which has found the record and asked the right to change it.

    Leads back to the page of the record, which says what was wrong; a browser lets nobody fill a file in again.
    """
    form = AttachmentForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, str(form.errors["file"][0]))
        return redirect(back)
    try:
        attached = actions.attach(
            record,
            organization=organization,
            upload=form.cleaned_data["file"],
            by=name_of(request.user),
            at=timezone.now(),
        )
    except RecordingError as error:
        messages.error(request, str(error))
    else:
        if not attached.is_new:
            messages.info(request, _("This file is here already: %(name)s") % {"name": attached.record})
    return redirect(back)


@require_safe
def attachment_detail(request: HttpRequest, number: int) -> HttpResponseBase:
    """The file itself, to be kept rather than opened in the site's own name, and by no cache on the way."""
    attachment = _found(request, number)
    try:
        opened = attachment.file.open()
    except FileNotFoundError:
        return render(
            request,
            "attachments/missing.html",
            {"organization": attachment.organization, "attachment": attachment},
            status=404,
        )
    answer = FileResponse(opened, content_type=attachment.content_type)
    answer.headers["Content-Disposition"] = _disposition(attachment)
    answer.headers["Content-Security-Policy"] = "sandbox"
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def _disposition(attachment: Attachment) -> str:
    """Name the file for every browser: old ones read the plain name, which says the number only."""
    ending = attachment.name.rpartition(".")[2]
    return f"attachment; filename=\"{attachment.pk}.{ending}\"; filename*=UTF-8''{quote(attachment.name, safe='')}"


@require_POST
def removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Remove a file, and return to the page where its record is shown."""
    attachment = _found(request, number)
    if not can_remove_attachment(request.user, attachment):
        raise Http404
    actions.detach(attachment, by=name_of(request.user))
    messages.info(request, _("Removed: %(name)s") % {"name": attachment})
    page = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure())
    return redirect(page if is_ours else "/")


def _found(request: HttpRequest, number: int) -> Attachment:
    visible = Attachment.objects.visible_to(request.user).select_related("organization__parent")
    attachment: Attachment = get_object_or_404(visible, pk=number)
    if not can_read_attachment(request.user, attachment):
        raise Http404
    return attachment
