"""The whole chain a record stands in: what it rests on, what was made of that, and what became of each."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from zuji.derivations.models import Derivation
from zuji.derivations.queries.links import MOST_STEPS, chain_above, readable
from zuji.footprints.kinds import KINDS, PERSONAL_KINDS
from zuji.footprints.models import Footprint
from zuji.footprints.queries import Description, descriptions_of
from zuji.organizations.entitlements import organizations_seen_by

MOST_BOXES = 60
"""How many records one picture shows; none in life has more."""


@dataclass(frozen=True)
class Outcome:
    """What became of a record on a day, from the ledger."""

    label: Any
    on: date


@dataclass(frozen=True)
class Box:
    """One record of the chain, what it was written from, and what became of it."""

    reference: str
    about: Description
    sources: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    is_asked: bool


@dataclass(frozen=True)
class Chain:
    """The picture: columns from left to right, each a list of boxes."""

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
    words, outcomes, place = descriptions_of(drawn), _outcomes(drawn, user), _places(drawn, edges)
    columns: list[list[Box]] = [[] for _step in range(max(place.values()) + 1)]
    for each in sorted(drawn & words.keys(), key=_number):
        sources = tuple(words[source].title for source, output in edges if output == each and source in words)
        box = Box(each, words[each], sources, tuple(outcomes[each]), each == reference)
        columns[place[each]].append(box)
    return Chain([column for column in columns if column])


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


def _outcomes(drawn: set[str], user: Any) -> dict[str, list[Outcome]]:
    """Give what the ledger says became of records: each kind once a day, by day; nobody's own part in it."""
    seen = organizations_seen_by(user)
    rows = (
        Footprint.objects.standing()
        .filter(Q(source__in=drawn) | Q(about__in=drawn), organization__in=seen, mark="")
        .exclude(kind__in=[*PERSONAL_KINDS, "research.joined", "proposal.signed"])
        .order_by("happened_on", "pk")
    )
    found: dict[str, list[Outcome]] = defaultdict(list)
    for about, source, kind, on in rows.values_list("about", "source", "kind", "happened_on"):
        outcome = Outcome(KINDS[kind].label, on)
        reference = about if about in drawn else source
        if outcome not in found[reference]:
            found[reference].append(outcome)
    return found
