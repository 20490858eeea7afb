"""The lecture a page is about."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from zuji.service.models import Lecture
from zuji.service.permissions import can_keep


def lecture_for(request: HttpRequest, number: int) -> Lecture:
    """Find a lecture that the reader may see."""
    visible = Lecture.objects.visible_to(request.user).select_related("organization__parent", "host_unit")
    lecture: Lecture = get_object_or_404(visible.prefetch_related("speakers__member"), pk=number)
    return lecture


def lecture_to_keep(request: HttpRequest, number: int) -> Lecture:
    """Find a lecture that the reader may write."""
    lecture = lecture_for(request, number)
    if not can_keep(request.user, lecture.organization):
        raise Http404
    return lecture
