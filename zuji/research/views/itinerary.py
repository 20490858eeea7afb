"""The stops of an itinerary, noted from a phone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.attachments.forms import AttachmentForm
from zuji.attachments.queries import attachments_of, removals_of
from zuji.attachments.views import receive_upload
from zuji.footprints.facts import reference_to
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.organizations.queries import name_of
from zuji.research import actions
from zuji.research.forms import StopForm
from zuji.research.models import ItineraryStop
from zuji.research.views.finding import address_of, answer, form_page, project_to_write, stop_to_write


@require_http_methods(["GET", "POST"])
def stop_create(request: HttpRequest, number: int) -> HttpResponse:
    """Note a stop; the page that follows takes the pictures."""
    project = project_to_write(request, number)
    form = StopForm(request.POST or None, initial={"on": today()})
    made: list[ItineraryStop] = []

    def save() -> None:
        made.append(actions.note_stop(project, by=name_of(request.user), **form.stop_fields).record)

    page = answer(request, form, save, form_page(project, _("New stop")))
    return redirect("research:stop-edit", number=made[0].pk) if made else page


@require_http_methods(["GET", "POST"])
def stop_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change a stop, and add its pictures."""
    stop = stop_to_write(request, number)
    project = stop.project
    first = {name: getattr(stop, name) for name in StopForm.base_fields if name != "seen"} | {"seen": stop.revision}
    form = StopForm(request.POST or None, initial=first)
    reference = reference_to(stop)

    def save() -> None:
        actions.note_stop(
            project, stop=stop, seen=form.cleaned_data["seen"] or 0, by=name_of(request.user), **form.stop_fields
        )

    def now() -> tuple[int, str]:
        stop.refresh_from_db()
        return stop.revision, f"{stop.place}\n{stop.notes}"

    return answer(
        request,
        form,
        save,
        form_page(project, _("Stop: %(place)s") % {"place": stop.place}, now=now),
        stop=stop,
        pictures=attachments_of([reference])[reference],
        removals=removals_of([reference])[reference],
        picture_form=AttachmentForm(about=reference),
    )


@require_POST
def stop_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take a stop back with its pictures."""
    stop = stop_to_write(request, number)
    try:
        actions.remove_stop(stop, by=name_of(request.user))
    except ZujiError as error:
        messages.error(request, str(error))
    return redirect(address_of(stop.project))


@require_POST
def picture_create(request: HttpRequest, number: int) -> HttpResponse:
    """Add a picture to a stop."""
    stop = stop_to_write(request, number)
    back = reverse("research:stop-edit", args=[stop.pk])
    return receive_upload(request, stop, organization=stop.project.organization, back=back)
