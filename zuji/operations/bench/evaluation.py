"""A year of a whole nation: the kernel's statement beside the best SQL by hand, per engine and size."""

import re
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from typing import Any

from zuji.kernel.relations import STANDING
from zuji.kernel.statements import parameters, statement, used_by
from zuji.operations.bench.engines import opened
from zuji.operations.bench.table import Line, at_most
from zuji.operations.bench.world import CENTRE, Nation

YEAR = 2018
SIZES = (2_000, 20_000, 200_000)
ENGINES = ("sqlite", "postgresql", "duckdb", "spark")
AIM, LINEAR = 1.3, 1.3
"""A ratio to the SQL by hand; and how much dearer a member may become where there are ten times as many."""


def by_hand(engine: str) -> list[str]:
    """Give an engine's hand-written steps; the last is the query of all standings."""
    path = files("zuji.operations.bench") / "by_hand" / f"{engine}.sql"
    lines = path.read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("--"))
    return [step.strip() for step in re.split(r";\s*(?:\n|$)", text) if step.strip()]


def judge_by_kernel(engine: Any) -> None:
    """Keep the standings of the nation as the kernel's statement gives them, in table by_kernel."""
    values = parameters(organization_id=CENTRE, year=YEAR)
    asked = {name: values[name] for name in used_by("standing")}
    engine.keep("by_kernel", statement("standing", engine.style), asked)


def judge_by_hand(engine: Any) -> None:
    """Keep the standings of the nation as the hand-written steps give them, in table by_hand."""
    *steps, last = by_hand(engine.name)
    for step in steps:
        engine.step(step)
    engine.keep("by_hand", last, {})


def clear(engine: Any) -> None:
    """Take away whatever the two ways of judging have made."""
    made = [found for step in by_hand(engine.name) for found in re.findall(r"(?:CREATE TEMP|CACHE) TABLE (\w+)", step)]
    engine.drop(["by_kernel", "by_hand", *made])


def differences(engine: Any) -> list[tuple[Any, ...]]:
    """Give the rows that only one of the two has."""
    columns = ", ".join(STANDING)
    sides = (("by_kernel", "by_hand"), ("by_hand", "by_kernel"))
    counts = engine.rows("SELECT (SELECT COUNT(*) FROM by_kernel) - (SELECT COUNT(*) FROM by_hand)")
    found = [
        row
        for one, other in sides
        for row in engine.rows(f"SELECT {columns} FROM {one} EXCEPT SELECT {columns} FROM {other}")  # noqa: S608 - our own names
    ]
    return found or [row for row in counts if row != (0,)]


def seconds(engine: Any, judge: Callable[[Any], None]) -> float:
    """Give the CPU time of judging once."""
    clear(engine)
    before = engine.cpu_seconds()
    judge(engine)
    return float(engine.cpu_seconds() - before)


def measured(name: str, tables: Any, *, rounds: int) -> tuple[float, float]:
    """Give the best CPU time of the kernel and by hand on one engine, taken in turns."""
    with opened(name) as engine:
        engine.load(tables)
        turns = [(seconds(engine, judge_by_kernel), seconds(engine, judge_by_hand)) for _ in range(rounds)]
    return min(kernel for kernel, _ in turns), min(hand for _, hand in turns)


def evaluation(sizes: Sequence[int], engines: Sequence[str]) -> Iterator[Line]:
    """Measure each engine at each size; yield a line for the ratio, and from the second size on one for the growth."""
    before: dict[str, tuple[int, float]] = {}
    for size in sizes:
        tables = Nation(size, year=YEAR).tables
        for name in engines:
            kernel, hand = measured(name, tables, rounds=max(1, min(5, 60_000 // size)))
            yield at_most(f"{name}, {size:,} members", kernel, hand, aim=AIM, form="{:.2f} s")
            if name in before:
                yield growth(name, before[name], (size, kernel))
            before[name] = size, kernel


def growth(name: str, small: tuple[int, float], large: tuple[int, float]) -> Line:
    """Give the line that says how much a member costs in the larger world beside the smaller."""
    per_member = [1_000_000 * spent / members for members, spent in (large, small)]
    what = f"{name}, a member of {large[0]:,} beside one of {small[0]:,}"
    return at_most(what, *per_member, aim=LINEAR, form="{:.0f} µs")
