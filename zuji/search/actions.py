"""Verbs of search: make a record findable, or no longer; make the index anew."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from zuji.footprints.facts import reference_to
from zuji.search.findable import Findable, index_row
from zuji.search.index import Index
from zuji.search.models import SEARCHED, SearchDocument

BATCH = 500


@transaction.atomic
def make_findable(record: Any, *, organization_id: int, title: str, body: str, on: date | None = None) -> None:
    """Make a record findable by its words, in the writer's transaction; again with other words, by those alone.

    Takes: `on`, the day that a list of results shows. A draft that only its author reads is not given here. Who may
    read a hit is asked of the record's queryset: `readable_by(user)` where it has one, else `visible_to(user)`.
    Raises ValueError for a noun that is never searched, such as a thought report.
    """
    noun = record._meta.db_table
    if noun not in SEARCHED:
        raise ValueError(f"{noun} is not searched; what may be is listed in search.models.SEARCHED")
    fields = {"organization_id": organization_id, "title": title[:200], "body": body, "on": on}
    document, _is_new = SearchDocument.objects.update_or_create(
        about=reference_to(record), defaults={**fields, "noun": noun, "record_number": record.pk}
    )
    index = Index()
    index.remove(document.pk)
    index.add([index_row(document.pk, document.title, body)])


@transaction.atomic
def make_unfindable(record: Any) -> None:
    """Take a record out: it was withdrawn or deleted."""
    SearchDocument.objects.filter(about=reference_to(record)).delete()


def keep_findable(record: Any, findable: Findable | None) -> None:
    """Make a record findable by what is searched of it now, or unfindable where that is nothing."""
    if findable is None:
        make_unfindable(record)
    else:
        make_findable(
            record,
            organization_id=record.organization_id,
            title=findable.title,
            body=findable.body,
            on=findable.on,
        )


@transaction.atomic
def rebuild_index() -> int:
    """Make the index anew from the documents; gives how many there are."""
    index, count = Index(), 0
    index.clear()
    documents = SearchDocument.objects.order_by("pk").values_list("pk", "title", "body").iterator(chunk_size=BATCH)
    for some in _some_at_a_time(documents):
        index.add([index_row(*document) for document in some])
        count += len(some)
    return count


def _some_at_a_time(documents: Iterable[Any]) -> Iterable[list[Any]]:
    some: list[Any] = []
    for document in documents:
        some.append(document)
        if len(some) == BATCH:
            yield some
            some = []
    if some:
        yield some
