"""Verbs of search: make a record findable, or no longer."""

from datetime import date
from typing import Any

from django.db import transaction

from zuji.footprints.facts import reference_to
from zuji.search.models import SearchDocument


@transaction.atomic
def make_findable(record: Any, *, organization_id: int, title: str, body: str, on: date | None = None) -> None:
    """Make a record findable by its words, in the writer's transaction; again with other words, by those alone.

    Takes: `on`, the day that a list of results shows. A draft that only its author reads is not given here.
    """
    fields = {"organization_id": organization_id, "title": title[:200], "body": body, "on": on}
    SearchDocument.objects.update_or_create(about=reference_to(record), defaults=fields)


@transaction.atomic
def make_unfindable(record: Any) -> None:
    """Take a record out: it was withdrawn or deleted."""
    SearchDocument.objects.filter(about=reference_to(record)).delete()
