"""The judgement as one statement: the static .sql files chained as common table expressions, in order of need.

The same text runs on SQLite, PostgreSQL, DuckDB and Spark; only the mark of a parameter differs (`:year`, `%(year)s`,
`$year`). Nothing is ever put into the text but the files themselves.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from zuji.kernel.days import FOREVER, day_number

CHAIN = (
    "scope",
    "reach",
    "applies",
    "live_footprint",
    "counted_footprint",
    "attendance_mark",
    "occasion",
    "duty_window",
    "span",
    "exempt_span",
    "member_month",
    "excluded_holder",
    "not_asked",
    "obligation",
    "acted_in_office",
    "claim",
    "evidence",
    "event",
    "attendance",
    "tally",
    "standing",
    "remark",
)
"""Every relation of the judgement; each reads only inputs and those before it."""

EARLIEST, LATEST = 366, 731
"""How many days before and after a year a footprint can still matter to it: a window opens at most a year before its
trigger and closes at most two after (the duty language and the records refuse more)."""

_PARAMETER = re.compile(r"(?<![:\w]):([a-z_]+)")
_STYLES = {"named": r":\1", "spark": r":\1", "pyformat": r"%(\1)s", "dollar": r"$\1"}


@cache
def text_of(relation: str) -> str:
    """Give the statement that defines one relation, without its comment lines."""
    lines = (files("zuji.kernel") / "sql" / f"{relation}.sql").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("--"))


def needed_for(relation: str) -> tuple[str, ...]:
    """Name the relations of the chain that a relation rests on, in order."""
    needed = {relation}
    for name in reversed(CHAIN[: CHAIN.index(relation) + 1]):
        if name in needed:
            words = set(re.findall(r"\w+", text_of(name)))
            needed |= {other for other in CHAIN[: CHAIN.index(name)] if other in words}
    return tuple(name for name in CHAIN if name in needed)


@cache
def statement(relation: str, style: str = "named") -> str:
    """Give the whole statement that yields a relation.

    Takes: a name of CHAIN, and the engine's parameter style (`named`, `pyformat`, `dollar`, `spark`).
    Parameters: organization_id, year, first_day, last_day, as_of_day: see `parameters`.
    """
    chain = ",\n".join(f"{name} AS (\n{text_of(name)}\n)" for name in needed_for(relation))
    return marked(f"WITH {chain}\nSELECT * FROM {relation}", style)


def marked(text: str, style: str) -> str:
    """Write a statement's parameters in an engine's style."""
    return _PARAMETER.sub(_STYLES[style], text)


def parameters(*, organization_id: int, year: int, as_of: date | None = None) -> Mapping[str, int]:
    """Give the parameters of a run: whose subtree, which year, seen from which day (None: everything known)."""
    return {
        "organization_id": organization_id,
        "year": year,
        "first_day": day_number(date(year, 1, 1)) - EARLIEST,
        "last_day": day_number(date(year, 12, 31)) + LATEST,
        "as_of_day": FOREVER if as_of is None else day_number(as_of),
    }


def used_by(relation: str) -> frozenset[str]:
    """Name the parameters that a relation's statement has; engines refuse those it has not."""
    return frozenset(name for part in needed_for(relation) for name in _PARAMETER.findall(text_of(part)))
