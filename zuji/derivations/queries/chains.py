"""The whole chain a record stands in: what it rests on, what was made of that, and what became of each."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from django.db.models import Q
from django.utils.module_loading import import_string

from zuji.derivations.models import Derivation
from zuji.derivations.queries.links import MOST_STEPS, chain_above, readable
from zuji.derivations.steps import DatedStep, StepsOf, in_order
from zuji.footprints.kinds import KINDS, NOUNS, PERSONAL_KINDS
from zuji.footprints.models import Footprint
from zuji.footprints.queries import Description, descriptions_of
from zuji.organizations.entitlements import organizations_seen_by

MOST_BOXES = 60
"""How many records one picture shows; none in life has more."""


@dataclass(frozen=True)
class Box:
    """One record of the chain, what it was written from, and its steps in the order of their days."""

    reference: str
    about: Description
    sources: tuple[str, ...]
    steps: tuple[DatedStep, ...]
    is_asked: bool

    @property
    def begins_on(self) -> date:
        """Its first day; a record without one comes last."""
        return next((step.on for step in self.steps if step.on), date.max)


@dataclass(frozen=True)
class Chain:
    """The picture: columns from left to right, each a list of boxes, the earliest first."""

    columns: list[list[Box]]

    @property
    def count(self) -> int:
        """How many records are drawn."""
        return sum(map(len, self.columns))


def chain_of(reference: str, user: Any) -> Chain:
    """Draw the chain in which a record stands, of records that the reader may read; others leave no trace.

    What is connected through a record that may not be read is not drawn either.
    """
    edges = _edges(reference)
    named = {reference, *(source for source, _output in edges), *(output for _source, output in edges)}
    seen = set(readable(sorted(named), user))
    if reference not in seen:
        return Chain([])
    edges = [(source, output) for source, output in edges if source in seen and output in seen]
    drawn = _connected(reference, edges)
    edges = [(source, output) for source, output in edges if source in drawn and output in drawn]
    words, steps, place = descriptions_of(drawn), _steps(drawn, user), _places(drawn, edges)
    columns: list[list[Box]] = [[] for _step in range(max(place.values()) + 1)]
    for each in sorted(drawn & words.keys(), key=_number):
        sources = tuple(words[source].title for source, output in edges if output == each and source in words)
        box = Box(each, words[each], sources, in_order(steps[each]), each == reference)
        columns[place[each]].append(box)
    return Chain([sorted(column, key=attrgetter("begins_on")) for column in columns if column])


def _number(reference: str) -> tuple[str, int]:
    noun, _colon, number = reference.partition(":")
    return noun, int(number)


def _edges(reference: str) -> list[tuple[str, str]]:
    """Give the links below all that a record rests on, step by step, never more than fit a picture."""
    above = {reference} | chain_above(reference)
    found: dict[tuple[str, str], None] = {}
    edge = above
    for _step in range(MOST_STEPS):
        rows = Derivation.objects.filter(source__in=edge).order_by("pk")[:MOST_BOXES]
        new = [row for row in rows.values_list("source", "output") if row not in found]
        if not new or len(found) >= MOST_BOXES:
            break
        found |= dict.fromkeys(new)
        edge = {output for _source, output in new} - above
        if not edge:
            break
    return list(found)[:MOST_BOXES]


def _connected(reference: str, edges: list[tuple[str, str]]) -> set[str]:
    """Give what a record is connected to, over links either way."""
    beside: dict[str, set[str]] = defaultdict(set)
    for source, output in edges:
        beside[source].add(output)
        beside[output].add(source)
    found, edge = {reference}, {reference}
    while edge:
        edge = set().union(*(beside[each] for each in edge)) - found
        found |= edge
    return found


def _places(drawn: set[str], edges: list[tuple[str, str]]) -> dict[str, int]:
    """Give the column of each record: one to the right of all that it was written from. Links make no circle."""
    place = dict.fromkeys(drawn, 0)
    for _step in range(len(drawn)):
        moved = {output: place[source] + 1 for source, output in edges if place[output] <= place[source]}
        if not moved:
            break
        place |= moved
    return place


def _steps(drawn: set[str], user: Any) -> dict[str, list[DatedStep]]:
    """Give the steps of each record: what its own app tells, on its own day; of others what the ledger says."""
    told: dict[str, set[int]] = defaultdict(set)
    for reference in drawn:
        noun, number = _number(reference)
        if NOUNS[noun].steps:
            told[noun].add(number)
    found: dict[str, list[DatedStep]] = defaultdict(list)
    for noun, numbers in sorted(told.items()):
        steps_of: StepsOf = import_string(NOUNS[noun].steps)
        found |= {f"{noun}:{number}": steps for number, steps in steps_of(numbers).items()}
    left = {reference for reference in drawn if not NOUNS[_number(reference)[0]].steps}
    found |= _steps_in_ledger(left, user)
    return found


def _steps_in_ledger(drawn: set[str], user: Any) -> dict[str, list[DatedStep]]:
    """Give what the ledger says became of records: each kind once a day; nobody's own part in it."""
    if not drawn:
        return {}
    rows = (
        Footprint.objects.standing()
        .filter(Q(source__in=drawn) | Q(about__in=drawn), organization__in=organizations_seen_by(user), mark="")
        .exclude(kind__in=PERSONAL_KINDS)
        .order_by("happened_on", "pk")
    )
    found: dict[str, list[DatedStep]] = defaultdict(list)
    for about, source, kind, on in rows.values_list("about", "source", "kind", "happened_on"):
        step = DatedStep(on, KINDS[kind].label)
        reference = about if about in drawn else source
        if step not in found[reference]:
            found[reference].append(step)
    return found
