"""Requests that wait for an answer, and those that are settled."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from zuji.contacts.models import MemberRequest
from zuji.organizations.models import Organization

ORDER = {"open": 0, "answered": 1, "closed": 2}


@dataclass(frozen=True)
class RequestLine:
    """A request and, while it waits for an answer, whether its day is past."""

    request: MemberRequest
    is_overdue: bool


def request_lines(branch: Organization, user: Any, *, today: date) -> list[RequestLine]:
    """Give the requests of a branch that a reader may read: those waiting first, by the day they are due."""
    found = MemberRequest.objects.visible_to(user).of(branch).select_related("member").order_by("due_on", "pk")
    waiting = [request for request in found if request.state != "closed"]
    settled = [request for request in found if request.state == "closed"]
    return [
        RequestLine(request, request.state == "open" and request.due_on < today)
        for request in [*sorted(waiting, key=lambda request: ORDER[request.state]), *reversed(settled)]
    ]
