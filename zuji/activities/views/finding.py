"""Whose branch an entry of a shared day is: the one of the address, or the only one it can be."""

from typing import Any

from django.http import Http404, HttpRequest

from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.models import Organization


def branch_to_record(request: HttpRequest, event: Any) -> Organization:
    """Find the branch below the owner of an event for which the reader keeps records; `?branch=` names one of several.

    Without one there is no such page.
    """
    branches = organizations_seen_by(request.user, action="record_work").filter(
        level="branch", ancestor_links__ancestor=event.organization_id
    )
    asked = request.GET.get("branch", "")
    if asked:
        branches = branches.filter(pk=int(asked) if asked.isdecimal() and len(asked) < 19 else 0)
    found: Organization | None = branches.select_related("parent").order_by("pk").first()
    if found is None:
        raise Http404
    return found
