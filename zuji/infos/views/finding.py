"""Finding an info for who may read its line, its text, or take a step."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from zuji.foundation.errors import ZujiError
from zuji.infos.models import Info


def info_for(request: HttpRequest, number: int, allowed: Callable[[Any, Info], bool] | None = None) -> Info:
    """Find an info whose line the reader may see, and on which they may do what is asked; else there is none."""
    found = Info.objects.visible_to(request.user) | Info.objects.readable_by(request.user)
    related = found.select_related("organization__parent", "member", "topic")
    info: Info = get_object_or_404(
        related.prefetch_related("dispatches__organization", "dispatches__sent_text").distinct(), pk=number
    )
    if allowed is not None and not allowed(request.user, info):
        raise Http404
    return info


def is_done(request: HttpRequest, do: Callable[[], Any]) -> bool:
    """Take a step, or tell why not."""
    try:
        do()
    except ZujiError as error:
        messages.error(request, str(error))
        return False
    return True


def refused(form: Any, error: ZujiError) -> None:
    """Put a refusal where it belongs: at its field, or above the form."""
    field = getattr(error, "field", None)
    form.add_error(field if field in form.fields else None, str(error))
