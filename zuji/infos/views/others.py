"""Topics that are asked for, and news of activities."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.infos import actions
from zuji.infos.forms import NewsForm, TopicForm
from zuji.infos.models import ActivityNews
from zuji.infos.permissions import can_ask, can_check, can_write
from zuji.infos.queries.lists import topics_for
from zuji.infos.views.finding import refused
from zuji.organizations.permissions import visible_branch, visible_organization
from zuji.organizations.queries import name_of


@require_http_methods(["GET", "POST"])
def topic_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The topics asked of an organization, and a form for one more where one may ask."""
    organization = visible_organization(request.user, organization_id)
    may_ask = can_ask(request.user, organization)
    form = TopicForm(request.POST or None)
    if request.method == "POST":
        if not may_ask:
            raise Http404
        if form.is_valid():
            try:
                actions.ask_for_topic(organization, by=name_of(request.user), on=today(), **form.cleaned_data)
            except ZujiError as error:
                refused(form, error)
            else:
                return redirect("infos:topic-list", organization_id=organization.pk)
    context = {
        "organization": organization,
        "topics": topics_for(organization),
        "may_ask": may_ask,
        "is_branch": organization.level == "branch",
        "may_write": can_write(request.user, organization),
        "form": form,
        "today": today(),
    }
    return render(request, "infos/topic_list.html", context)


@require_http_methods(["GET", "POST"])
def news_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """News of what a branch did: not infos, and never counted as such."""
    branch = visible_branch(request.user, organization_id)
    may_report = can_check(request.user, branch)
    form = NewsForm(request.POST or None, initial={"on": today()})
    if request.method == "POST":
        if not may_report:
            raise Http404
        if form.is_valid():
            try:
                actions.report_news(branch, by=name_of(request.user), today=today(), **form.cleaned_data)
            except ZujiError as error:
                refused(form, error)
            else:
                return redirect("infos:news-list", organization_id=branch.pk)
    context = {
        "organization": branch,
        "news": ActivityNews.objects.visible_to(request.user).filter(organization=branch)[:100],
        "may_report": may_report,
        "form": form,
    }
    return render(request, "infos/news_list.html", context)
