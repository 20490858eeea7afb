"""What can be found, recomputed from its records: to fill the index anew, and to name what differs."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.footprints.facts import reference_to
from zuji.footprints.queries import records_of
from zuji.infos.models import Info
from zuji.infos.queries.found import findable_of as findable_of_info
from zuji.meetings.models import MeetingMinutes
from zuji.meetings.queries import findable_of as findable_of_minutes
from zuji.proposals.models import Proposal
from zuji.proposals.queries.found import findable_of as findable_of_proposal
from zuji.research.models import PlenarySpeech, ResearchProject
from zuji.research.queries import findable_of as findable_of_project
from zuji.research.queries import findable_of_speech
from zuji.search.actions import keep_findable, rebuild_index
from zuji.search.findable import Findable, index_row
from zuji.search.index import Index
from zuji.search.models import SearchDocument
from zuji.service.models import Lecture
from zuji.service.queries.found import findable_of as findable_of_lecture

FINDABLES: tuple[tuple[Any, Callable[[Any], Findable | None], tuple[str, ...]], ...] = (
    (MeetingMinutes, findable_of_minutes, ("meeting__agenda",)),
    (Info, findable_of_info, ()),
    (Proposal, findable_of_proposal, ()),
    (ResearchProject, findable_of_project, ("report",)),
    (PlenarySpeech, findable_of_speech, ()),
    (Lecture, findable_of_lecture, ("speakers__member",)),
)
"""Every noun that is searched: the model, its pure function, and what it reads."""


def reindex() -> int:
    """Make every record findable by what it says now, forget those gone, and fill the index; gives its size."""
    with transaction.atomic():
        for model, findable_of, reads in FINDABLES:
            for record in model.objects.prefetch_related(*reads).order_by("pk").iterator(chunk_size=500):
                keep_findable(record, findable_of(record))
        _forget_those_gone()
        return rebuild_index()


def _forget_those_gone() -> None:
    known = set(SearchDocument.objects.values_list("about", flat=True))
    SearchDocument.objects.filter(about__in=known - records_of(known).keys()).delete()


def search_differences() -> Iterator[str]:
    """Compare what can be found with its records, and the index with what can be found."""
    for model, findable_of, reads in FINDABLES:
        kept = {
            document.about: Findable(document.title, document.body, document.on)
            for document in SearchDocument.objects.filter(noun=model._meta.db_table)
        }
        for record in model.objects.prefetch_related(*reads).order_by("pk").iterator(chunk_size=500):
            if kept.pop(reference_to(record), None) != findable_of(record):
                yield _("search: not as its record %(record)s says; zuji reindex mends it") % {
                    "record": reference_to(record)
                }
        for about in sorted(kept):
            yield _("search: %(record)s is found but there is no record") % {"record": about}
    yield from _index_differences()


def _index_differences() -> Iterator[str]:
    kept = Index().rows()
    for number, about, title, body in SearchDocument.objects.order_by("pk").values_list("pk", "about", "title", "body"):
        _number, tokens, text = index_row(number, title, body)
        if kept.pop(number, None) != (" ".join(sorted(tokens)), text):
            yield _("search: the index differs at %(record)s; zuji reindex mends it") % {"record": about}
    for number in sorted(kept):
        yield _("search: the index holds %(number)s, which is no document; zuji reindex mends it") % {"number": number}
