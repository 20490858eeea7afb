"""Reads of derivations: what a record was written from, what was made of it, and the whole chain."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from zuji.derivations.models import Derivation
from zuji.footprints.kinds import NOUNS
from zuji.footprints.labels import NOUN_WORDS
from zuji.footprints.queries import LONGEST_NUMBER, Description, descriptions_of
from zuji.organizations.models import Organization

MOST_STEPS = 12
"""How far a chain is followed; none in life is longer."""


def sources_of(reference: str) -> list[str]:
    """Give the references a record was written from."""
    return list(Derivation.objects.filter(output=reference).values_list("source", flat=True))


def outputs_of(reference: str) -> list[str]:
    """Give the references of what was made of a record."""
    return list(Derivation.objects.filter(source=reference).values_list("output", flat=True))


def chain_above(reference: str) -> set[str]:
    """Give all that a record rests on, through any number of steps."""
    found: set[str] = set()
    edge = {reference}
    for _step in range(MOST_STEPS):
        edge = set(Derivation.objects.filter(output__in=edge).values_list("source", flat=True)) - found
        if not edge:
            break
        found |= edge
    return found


def described(references: Iterable[str]) -> list[Description]:
    """Describe the records of a link, in the order given; those gone are left out. Visibility is the caller's."""
    wanted = list(references)
    words = descriptions_of(wanted)
    return [words[reference] for reference in wanted if reference in words]


def readable(references: Iterable[str], user: Any) -> list[str]:
    """Give those references whose records a user may read, in the order given; one query for each noun.

    What is walled is left out: its author alone says who reads it.
    """
    wanted = list(references)
    by_noun: dict[str, set[int]] = defaultdict(set)
    for reference in wanted:
        noun, _colon, number = reference.partition(":")
        if noun in NOUNS and not NOUNS[noun].is_walled and number.isdecimal() and len(number) <= LONGEST_NUMBER:
            by_noun[noun].add(int(number))
    found: set[str] = set()
    for noun, numbers in by_noun.items():
        rows = apps.get_model(NOUNS[noun].model).objects
        if hasattr(rows, "visible_to"):
            seen = rows.visible_to(user).filter(pk__in=numbers).values_list("pk", flat=True)
            found |= {f"{noun}:{number}" for number in seen}
    return [reference for reference in wanted if reference in found]


@dataclass(frozen=True)
class Links:
    """What a record was written from and what it became, as far as the reader may read them."""

    sources: list[Description]
    outputs: list[Description]


def links_for(reference: str, user: Any) -> Links:
    """Give the links of a record for its page."""
    sources, outputs = sources_of(reference), outputs_of(reference)
    seen = readable([*sources, *outputs], user)
    words = descriptions_of(seen)
    return Links(
        [words[each] for each in sources if each in words and each in seen],
        [words[each] for each in outputs if each in words and each in seen],
    )


WRITING = (
    ("proposals:proposal-create", _("Write a proposal from this")),
    ("infos:info-create", _("Write an info from this")),
    ("research:speech-create", _("Write a speech from this")),
)


def pages_for_writing(reference: str, branch: Organization) -> list[tuple[Any, str]]:
    """Give the pages on which something may be written from a record: label and address, those there are."""
    pages = []
    for name, label in WRITING:
        try:
            pages.append((label, f"{reverse(name, args=[branch.pk])}?source={reference}"))
        except NoReverseMatch:
            continue
    return pages


LINKABLE = ("research_project", "proposal", "info", "plenary_speech")
MOST_CHOICES = 60


def choices_for(reference: str, organization: Organization, user: Any) -> list[tuple[str, str]]:
    """Give the records of an organization that a record may be linked to, newest first, as choices."""
    found = []
    for noun in LINKABLE:
        rows = apps.get_model(NOUNS[noun].model).objects.visible_to(user).filter(organization=organization)
        titles = rows.order_by("-pk").values_list("pk", NOUNS[noun].label)[:MOST_CHOICES]
        found += [
            (f"{noun}:{number}", f"{NOUN_WORDS[noun]} {title}")
            for number, title in titles
            if f"{noun}:{number}" != reference
        ]
    return found


def rows_of(reference: str, user: Any) -> list[tuple[Derivation, Description]]:
    """Give the links of a record, each with the record at its other end, as far as the reader may read it."""
    rows = list(Derivation.objects.filter(Q(source=reference) | Q(output=reference)).select_related("organization"))
    other = {row.pk: row.output if row.source == reference else row.source for row in rows}
    words = descriptions_of(readable(other.values(), user))
    return [(row, words[other[row.pk]]) for row in rows if other[row.pk] in words]
