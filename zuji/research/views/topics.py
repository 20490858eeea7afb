"""选题征集: what members suggest, and what the committee makes a project."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.organizations.permissions import own_member, visible_branch
from zuji.organizations.queries import name_of
from zuji.research import actions
from zuji.research.forms import TopicForm
from zuji.research.models import ResearchTopic
from zuji.research.permissions import can_keep, can_suggest
from zuji.research.queries import open_topics
from zuji.research.views.finding import address_of


@require_http_methods(["GET", "POST"])
def topic_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The topics suggested, and the form that suggests one."""
    branch = visible_branch(request.user, organization_id)
    may_suggest = can_suggest(request.user, branch, today())
    form = TopicForm(request.POST or None)
    if request.method == "POST":
        member = own_member(request.user)
        if not may_suggest or member is None:
            raise Http404
        if form.is_valid():
            try:
                actions.suggest_topic(branch, member=member, on=today(), today=today(), **form.cleaned_data)
            except RecordingError as error:
                form.add_error(error.field, str(error))
            else:
                messages.success(request, _("Your topic is with the committee."))
                return redirect(reverse("research:topic-list", args=[branch.pk]))
    context = {
        "organization": branch,
        "topics": open_topics(branch, request.user),
        "form": form,
        "may_suggest": may_suggest,
        "may_keep": can_keep(request.user, branch),
    }
    return render(request, "research/topic_list.html", context)


@require_POST
def choice_create(request: HttpRequest, number: int) -> HttpResponse:
    """立题: make a topic a project."""
    visible = ResearchTopic.objects.visible_to(request.user).select_related("organization")
    topic = get_object_or_404(visible, pk=number)
    if not can_keep(request.user, topic.organization):
        raise Http404
    try:
        chosen = actions.choose_topic(topic, on=today(), by=name_of(request.user), today=today())
    except ZujiError as error:
        messages.error(request, str(error))
        return redirect(reverse("research:topic-list", args=[topic.organization_id]))
    return redirect(address_of(chosen.record))
