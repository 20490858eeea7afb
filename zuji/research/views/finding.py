"""Finding a project for a reader, and answering a form whose save was refused."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, StaleRecord
from zuji.organizations.models import Organization
from zuji.research.models import ItineraryStop, ResearchProject
from zuji.research.permissions import can_keep, can_note_stop


def project_for(request: HttpRequest, number: int) -> ResearchProject:
    """Find a project that the reader may see."""
    found: ResearchProject = get_object_or_404(
        ResearchProject.objects.visible_to(request.user).select_related("organization__parent", "plan", "report"),
        pk=number,
    )
    return found


def project_to_keep(request: HttpRequest, number: int) -> ResearchProject:
    """Find a project whose life the reader keeps."""
    project = project_for(request, number)
    if not can_keep(request.user, project.organization):
        raise Http404
    return project


def project_to_write(request: HttpRequest, number: int) -> ResearchProject:
    """Find a project that the reader keeps or takes part in."""
    project = project_for(request, number)
    if not can_note_stop(request.user, project):
        raise Http404
    return project


def stop_to_write(request: HttpRequest, number: int) -> ItineraryStop:
    """Find a stop that the reader may change."""
    projects = ResearchProject.objects.visible_to(request.user)
    rows = ItineraryStop.objects.filter(project__in=projects).select_related("project__organization__parent")
    stop: ItineraryStop = get_object_or_404(rows, pk=number)
    if not can_note_stop(request.user, stop.project):
        raise Http404
    return stop


def address_of(project: ResearchProject) -> str:
    """Give the address of a project's page."""
    return reverse("research:project-detail", args=[project.pk])


@dataclass(frozen=True)
class FormPage:
    """A page with one form: whose it is, what it is called, and where it leads back to.

    `now` reads, after a clash, the revision that stands and its words.
    """

    branch: Organization
    title: Any
    back: tuple[Any, str]
    now: Callable[[], tuple[int, str]] | None = None
    button: Any = ""
    button_kind: str = "primary"


def form_page(project: ResearchProject, title: Any, **fields: Any) -> FormPage:
    """Make the page of a form that leads back to its project."""
    return FormPage(project.organization, title, (project.title, address_of(project)), **fields)


def answer(
    request: HttpRequest, form: forms.Form, save: Callable[[], object], page: FormPage, **context: Any
) -> HttpResponse:
    """Show a form, or save it; what is refused stays typed, with the reason, and nothing is lost."""
    status, theirs = 200, ""
    if request.method == "POST" and form.is_valid():
        try:
            save()
        except RecordingError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
            if page.now is not None and isinstance(error, StaleRecord):
                theirs = _after_a_clash(form, page.now)
        else:
            return redirect(page.back[1])
    shown = {
        "organization": page.branch,
        "form": form,
        "page": page,
        "theirs": theirs,
        "kept_as": request.path.strip("/").replace("/", "-"),
    }
    return render(request, "research/form.html", shown | context, status=status)


def _after_a_clash(form: forms.Form, now: Callable[[], tuple[int, str]]) -> str:
    """Let the next save of the same page stand: its writer has seen both; give the words that stand now."""
    revision, words = now()
    data: Any = form.data
    data = data.copy()
    data["seen"] = str(revision)
    form.data = data
    return words
