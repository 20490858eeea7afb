"""Reads of what is findable, by those who may read it."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet

from zuji.footprints.kinds import NOUNS
from zuji.foundation.clock import today
from zuji.foundation.spelling import typed
from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.models import Membership, NameKey
from zuji.search.index import Index
from zuji.search.models import SEARCHED, SearchDocument
from zuji.search.ranking import ranked
from zuji.search.words import folded

MOST_HITS = 200
MOST_PEOPLE = 12


def readable_records(noun: str, user: Any) -> QuerySet[Any]:
    """Give the records of a noun whose words a user may read: not always all that a user may see listed."""
    records = apps.get_model(NOUNS[noun].model).objects.all()
    asked = getattr(records, "readable_by", records.visible_to)
    readable: QuerySet[Any] = asked(user)
    return readable


def readable_documents(user: Any) -> QuerySet[SearchDocument]:
    """Give the documents of all records whose words a user may read."""
    either = Q(pk__in=[])
    for noun in sorted(SEARCHED):
        either |= Q(noun=noun, record_number__in=readable_records(noun, user).order_by().values("pk"))
    return SearchDocument.objects.filter(either)


def found_by(user: Any, query: str) -> list[int]:
    """Give the numbers of the documents that answer a query, best first, of those that a user may read.

    MOST_HITS at most: who reads that far asks anew.
    """
    if not user.is_authenticated:
        return []
    return ranked(Index(), query, within=readable_documents(user).values("pk"))[:MOST_HITS]


def documents_in_order(numbers: Sequence[int]) -> list[SearchDocument]:
    """Give documents by number, in the order asked for."""
    documents = SearchDocument.objects.select_related("organization").in_bulk(numbers)
    return [documents[number] for number in numbers if number in documents]


def memberships_seen_by(user: Any) -> QuerySet[Membership]:
    """Give today's memberships in the organizations a user may look into."""
    day = today()
    return Membership.objects.filter(organization__in=organizations_seen_by(user), from_on__lte=day, until_on__gt=day)


def is_typed_in_latin(query: str) -> bool:
    """Say whether a query may be a name in Latin letters, whole or by initials."""
    key = typed(query)
    return 2 <= len(key) <= 40 and key.isascii() and key.isalpha()


def people_found_by(user: Any, query: str) -> list[Membership]:
    """Give the memberships of people whose name a query says or begins, in characters or Latin letters, by name.

    Grain: one for each person and organization of today, MOST_PEOPLE at most.
    """
    name = folded(query)
    if not 1 <= len(name) <= 40:
        return []
    said = Q(member__name__contains=name) | Q(member__name__contains=query.strip()[:40])
    if is_typed_in_latin(query):
        known = NameKey.objects.filter(key__startswith=typed(query))
        said = Q(member__name__in=known.values("name"))
    people = memberships_seen_by(user).filter(said).select_related("member", "organization")
    return list(people.order_by("member__name", "member_id", "organization_id")[:MOST_PEOPLE])
