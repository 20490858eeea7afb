"""What every page of a gathering begins with: find it for this reader, or there is no such page."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from zuji.gatherings.noun import GatheringNoun
from zuji.gatherings.permissions import can_record
from zuji.gatherings.queries import is_expected
from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.models import Member
from zuji.organizations.permissions import own_member


def gathering_for(request: HttpRequest, noun: GatheringNoun, number: int, *related: str) -> Any:
    """Find a gathering that the reader may see."""
    return _found(noun.model.objects.visible_to(request.user), number, related)


def gathering_to_record(request: HttpRequest, noun: GatheringNoun, number: int, *related: str) -> Any:
    """Find a gathering that the reader may plan and record."""
    branches = organizations_seen_by(request.user, action="record_work")
    return _found(noun.model.objects.filter(organization__in=branches), number, related)


def _found(gatherings: QuerySet[Any], number: int, related: tuple[str, ...]) -> Any:
    found = gatherings.select_related("organization__parent", "chaired_by", *related)
    return get_object_or_404(found, pk=number)


def whose(request: HttpRequest, gathering: Any) -> Member | None:
    """Say for whom something is entered: the reader, or None for another with `?for=other`, who keeps records only."""
    own = own_member(request.user)
    if request.GET.get("for") != "other" and is_expected(gathering, own):
        return own
    if not can_record(request.user, gathering.organization):
        raise Http404
    return None
