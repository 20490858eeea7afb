"""What leaves the branch: calendar files for who may read the lectures, and the public page of those published."""

from collections.abc import Iterable

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from zuji.foundation.calendar_file import CALENDAR, Entry, calendar_of
from zuji.foundation.clock import today
from zuji.organizations.models import Organization
from zuji.organizations.permissions import visible_organization
from zuji.service.calendar_file import entry_of
from zuji.service.queries import coming_lectures, has_public_page
from zuji.service.views.finding import lecture_for

FRESH_SECONDS = 300


@require_safe
def lecture_ics(request: HttpRequest, number: int) -> HttpResponse:
    """One lecture as a calendar entry."""
    lecture = lecture_for(request, number)
    return _file(request, [entry_of(lecture)], f"lecture-{lecture.held_on:%Y-%m-%d}.ics")


@require_safe
def coming_ics(request: HttpRequest, organization_id: int) -> HttpResponse:
    """What is planned from today on as one calendar file."""
    organization = visible_organization(request.user, organization_id)
    return _file(request, map(entry_of, coming_lectures(organization, today())), "lectures.ics")


def _file(request: HttpRequest, entries: Iterable[Entry], name: str) -> HttpResponse:
    answer = HttpResponse(calendar_of(entries, host=request.get_host()), content_type=CALENDAR)
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
    organization = _published(organization_id)
    address = request.build_absolute_uri(reverse("service:public-lectures-ics", args=[organization.pk]))
    context = {
        "place": organization,
        "lectures": coming_lectures(organization, today(), is_public=True),
        "address": address,
        "subscription": f"webcal:{address.partition(':')[2]}",
    }
    answer = render(request, "service/public_lecture_list.html", context)
    patch_cache_control(answer, public=True, max_age=0, s_maxage=FRESH_SECONDS)
    return answer


@login_not_required
@require_safe
@conditional_page
def public_lectures_ics(request: HttpRequest, organization_id: int) -> HttpResponse:
    """What the public page says, as a calendar to subscribe to; as open as the page, and no more in it."""
    organization = _published(organization_id)
    coming = coming_lectures(organization, today(), is_public=True)
    entries = [entry_of(lecture, names_speakers=lecture.shows_speakers) for lecture in coming]
    name = _("%(place)s · public lectures") % {"place": organization}
    answer = HttpResponse(calendar_of(entries, host=request.get_host(), name=name), content_type=CALENDAR)
    patch_cache_control(answer, public=True, max_age=0, s_maxage=FRESH_SECONDS)
    return answer


def _published(organization_id: int) -> Organization:
    organization = get_object_or_404(Organization, pk=organization_id)
    if not has_public_page(organization):
        raise Http404
    return organization
