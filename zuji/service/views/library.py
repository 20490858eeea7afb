"""Topics to lecture on, and units that host."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zuji.attachments.forms import AttachmentForm
from zuji.attachments.queries import attachments_of, removals_of
from zuji.attachments.views import receive_upload
from zuji.footprints.facts import reference_to
from zuji.footprints.queries import branch_of
from zuji.foundation.recording import RecordingError
from zuji.organizations.permissions import visible_branch, visible_organization
from zuji.service import actions
from zuji.service.forms import HostUnitForm, TopicForm
from zuji.service.models import CATEGORIES, HostUnit, LectureTopic
from zuji.service.permissions import can_keep
from zuji.service.queries import host_units_of, topics_of

TOPIC = ("title", "category", "outline", "duration_minutes", "suited_audience")
HOST = ("name", "contact_person", "phone", "address")


@require_http_methods(["GET", "POST"])
def topic_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The topics that can be lectured on, and a form for one more."""
    organization = visible_organization(request.user, organization_id)
    may_keep = can_keep(request.user, organization)
    form = TopicForm(request.POST or None)
    if request.method == "POST":
        if not may_keep:
            raise Http404
        if form.is_valid():
            try:
                topic = actions.keep_topic(organization, **form.cleaned_data).record
            except RecordingError as error:
                form.add_error(error.field, str(error))
            else:
                return redirect("service:topic-detail", number=topic.pk)
    topics = list(topics_of(organization))
    groups = [(label, [topic for topic in topics if topic.category == code]) for code, label in CATEGORIES.items()]
    context = {
        "organization": organization,
        "groups": [(label, found) for label, found in groups if found],
        "may_keep": may_keep,
        "is_branch": organization.level == "branch",
        "may_plan": may_keep and organization.level == "branch",
        "form": form,
    }
    return render(request, "service/topic_list.html", context)


@require_safe
def topic_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One topic with its outline and slides."""
    topic = _topic(request, number)
    reference = reference_to(topic)
    frame = branch_of(topic, request.user) or topic.organization
    context = {
        "organization": frame,
        "topic": topic,
        "may_keep": can_keep(request.user, topic.organization),
        "may_plan": frame.level == "branch" and can_keep(request.user, frame),
        "files": attachments_of([reference])[reference],
        "removals": removals_of([reference])[reference],
        "file_form": AttachmentForm(about=reference),
    }
    return render(request, "service/topic_detail.html", context)


def _topic(request: HttpRequest, number: int, *, to_keep: bool = False) -> LectureTopic:
    visible = LectureTopic.objects.visible_to(request.user).select_related("organization__parent")
    topic: LectureTopic = get_object_or_404(visible, pk=number)
    if to_keep and not can_keep(request.user, topic.organization):
        raise Http404
    return topic


@require_http_methods(["GET", "POST"])
def topic_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change a topic."""
    topic = _topic(request, number, to_keep=True)
    form = TopicForm(request.POST or None, initial={name: getattr(topic, name) for name in TOPIC})
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_topic(topic, **form.cleaned_data)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            return redirect("service:topic-detail", number=number)
    context = {"organization": topic.organization, "topic": topic, "form": form}
    return render(request, "service/topic_form.html", context)


@require_POST
def withdrawal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Offer a topic no longer."""
    topic = _topic(request, number, to_keep=True)
    actions.withdraw_topic(topic)
    return redirect("service:topic-list", organization_id=topic.organization_id)


@require_POST
def topic_file_create(request: HttpRequest, number: int) -> HttpResponse:
    """Add slides to a topic."""
    topic = _topic(request, number, to_keep=True)
    back = reverse("service:topic-detail", args=[number])
    return receive_upload(request, topic, organization=topic.organization, back=back)


@require_http_methods(["GET", "POST"])
def host_unit_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The units that host a branch's lectures; the contact's telephone for who keeps them only."""
    branch = visible_branch(request.user, organization_id)
    may_keep = can_keep(request.user, branch)
    form = HostUnitForm(request.POST or None)
    if request.method == "POST":
        if not may_keep:
            raise Http404
        if form.is_valid():
            try:
                actions.keep_host_unit(branch, **form.cleaned_data)
            except RecordingError as error:
                form.add_error(error.field, str(error))
            else:
                return redirect("service:host-unit-list", organization_id=branch.pk)
    context = {"organization": branch, "host_units": host_units_of(branch), "may_keep": may_keep, "form": form}
    return render(request, "service/host_unit_list.html", context)


@require_http_methods(["GET", "POST"])
def host_unit_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change a unit that hosts."""
    visible = HostUnit.objects.visible_to(request.user).select_related("organization__parent")
    unit: HostUnit = get_object_or_404(visible, pk=number)
    if not can_keep(request.user, unit.organization):
        raise Http404
    form = HostUnitForm(request.POST or None, initial={name: getattr(unit, name) for name in HOST})
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_host_unit(unit, **form.cleaned_data)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            return redirect("service:host-unit-list", organization_id=unit.organization_id)
    context = {"organization": unit.organization, "unit": unit, "form": form}
    return render(request, "service/host_unit_form.html", context)
