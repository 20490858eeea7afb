"""Reads of derivations."""

from zuji.derivations.queries.chains import Box, Chain, chain_of
from zuji.derivations.queries.links import (
    MOST_STEPS,
    Links,
    chain_above,
    choices_for,
    described,
    links_for,
    outputs_of,
    pages_for_writing,
    readable,
    rows_of,
    sources_of,
)

__all__ = [
    "MOST_STEPS",
    "Box",
    "Chain",
    "Links",
    "chain_above",
    "chain_of",
    "choices_for",
    "described",
    "links_for",
    "outputs_of",
    "pages_for_writing",
    "readable",
    "rows_of",
    "sources_of",
]
