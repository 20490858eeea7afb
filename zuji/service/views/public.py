"""What leaves the branch: calendar files for who may read the lectures, and the public page of those published."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page, require_safe

from zuji.foundation.clock import today
from zuji.organizations.models import Organization
from zuji.organizations.permissions import visible_organization
from zuji.service.calendar_file import CALENDAR, calendar_of
from zuji.service.queries import coming_lectures, has_public_page
from zuji.service.views.finding import lecture_for

FRESH_SECONDS = 300


@require_safe
def lecture_ics(request: HttpRequest, number: int) -> HttpResponse:
    """One lecture as a calendar entry."""
    lecture = lecture_for(request, number)
    return _file(calendar_of([lecture], host=request.get_host()), f"lecture-{lecture.held_on:%Y-%m-%d}.ics")


@require_safe
def coming_ics(request: HttpRequest, organization_id: int) -> HttpResponse:
    """What is planned from today on as one calendar file."""
    organization = visible_organization(request.user, organization_id)
    return _file(calendar_of(coming_lectures(organization, today()), host=request.get_host()), "lectures.ics")


def _file(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=CALENDAR)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@login_not_required
@require_safe
@conditional_page
def public_lecture_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The coming lectures that a branch, or the branches below a committee, have published; nothing else of them.

    It asks nothing about its reader, so a cache on the way may keep it for a while; a browser asks whether it is new,
    so that who has just published sees it.
    """
    organization = get_object_or_404(Organization, pk=organization_id)
    if not has_public_page(organization):
        raise Http404
    context = {"place": organization, "lectures": coming_lectures(organization, today(), is_public=True)}
    answer = render(request, "service/public_lecture_list.html", context)
    patch_cache_control(answer, public=True, max_age=0, s_maxage=FRESH_SECONDS)
    return answer
