"""Reads of derivations: what a record was written from, what was made of it, and the whole chain."""

from collections.abc import Iterable

from zuji.derivations.models import Derivation
from zuji.footprints.queries import Description, descriptions_of

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
