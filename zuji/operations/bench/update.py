"""One branch's standings after one footprint in a large nation: judged, compared, written, beside a SELECT 1."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from zuji.kernel.relations import STANDING
from zuji.kernel.statements import parameters, statement, used_by
from zuji.operations.bench.engines import opened
from zuji.operations.bench.evaluation import YEAR
from zuji.operations.bench.table import Line
from zuji.operations.bench.world import CENTRE, Nation

BRANCHES = 40
AIM_MS = 20
SETTINGS = {
    "postgresql": "SET join_collapse_limit = 1; SET enable_nestloop = on; SET work_mem = '4MB'",
    "sqlite": "PRAGMA synchronous=FULL",
}
"""How the pages' own connections judge one branch."""

POSTED = """
INSERT INTO footprint
  (id, kind, organization_id, credit, about, day, cohort_day, quantity, mark, recorded_day, is_confirmed)
SELECT MAX(id) + 1, 'meeting.held', {branch}, 'branch', 'meeting:new{branch}', 17700, 17700, 1, '', 17700, 0
FROM footprint
"""


def update(members: int, engines: Sequence[str]) -> Iterator[Line]:
    """Measure every engine that serves pages; yield its median and its slow tail."""
    tables = Nation(members, year=YEAR).tables
    for name in engines:
        with opened(name) as engine:
            engine.load(tables)
            keep_standings(engine)
            engine.connection.execute(SETTINGS[name])
            branches = some_branches(engine)
            for branch in branches[:5]:
                refresh(engine, branch)
            nothing = [milliseconds(engine.rows, "SELECT 1") for _ in range(BRANCHES)]
            took, used = [], 0.0
            for branch in branches[5:]:
                engine.connection.execute(POSTED.format(branch=branch))
                before = engine.cpu_seconds()
                took.append(milliseconds(refresh, engine, branch))
                used += engine.cpu_seconds() - before
        yield from lines(f"{name}, {members:,} members", took, nothing)
        yield Line(f"{name}, {members:,} members, CPU of the engine", f"{1000 * used / len(took):.1f} ms")


def lines(what: str, took: Sequence[float], nothing: Sequence[float]) -> Iterator[Line]:
    """Give the median with its aim, and the slow tail."""
    middle, bare = statistics.median(took), statistics.median(nothing)
    yield Line(f"{what}, p50", f"{middle:.1f} ms", f"{bare:.2f} ms", None, f"≤ {AIM_MS} ms", middle <= AIM_MS)
    slow, slow_bare = statistics.quantiles(took, n=20)[-1], statistics.quantiles(nothing, n=20)[-1]
    yield Line(f"{what}, p95", f"{slow:.1f} ms", f"{slow_bare:.2f} ms")


def milliseconds(act: Callable[..., object], *of: Any) -> float:
    """Give the time something takes on the clock."""
    start = time.perf_counter()
    act(*of)
    return 1000 * (time.perf_counter() - start)


def some_branches(engine: Any) -> list[int]:
    """Choose branches from all over the nation."""
    everyone = [row[0] for row in engine.rows("SELECT id FROM organization WHERE level = 'branch' ORDER BY id")]
    step = max(1, len(everyone) // (BRANCHES + 5))
    return everyone[::step][: BRANCHES + 5]


def keep_standings(engine: Any) -> None:
    """Make table standing with the columns and the index of Django's, full of the nation's year."""
    engine.keep("judged", statement("standing", engine.style), _values(CENTRE))
    columns = ", ".join(STANDING)
    engine.connection.execute(f"CREATE TABLE standing AS SELECT {columns} FROM judged")  # noqa: S608 - our own names
    engine.connection.execute("CREATE INDEX standing_branch_year ON standing (organization_id, year)")
    engine.drop(["judged"])
    engine.connection.execute("ANALYZE standing")


def refresh(engine: Any, branch: int) -> None:
    """Judge a branch's year and write what differs, in one transaction, as institutions.actions.refresh does."""
    cursor = engine.connection.cursor()
    place = "?" if engine.style == "named" else "%s"
    cursor.execute("BEGIN")
    wanted = [tuple(row) for row in cursor.execute(statement("standing", engine.style), _values(branch)).fetchall()]
    columns, mine = ", ".join(STANDING), f"organization_id = {place} AND year = {place}"
    kept = [
        tuple(row)
        for row in cursor.execute(f"SELECT {columns} FROM standing WHERE {mine}", [branch, YEAR]).fetchall()  # noqa: S608 - our own names
    ]
    key = ("duty_id", "member_id", "window_key")
    one = " AND ".join(f"{name} = {place}" for name in key)
    for row in set(kept) - set(wanted):
        found = dict(zip(STANDING, row, strict=True))
        cursor.execute(f"DELETE FROM standing WHERE {mine} AND {one}", [branch, YEAR, *(found[name] for name in key)])  # noqa: S608 - our own names
    there = set(kept)
    new = [row for row in wanted if row not in there]
    if new:
        cursor.executemany(f"INSERT INTO standing ({columns}) VALUES ({', '.join([place] * len(STANDING))})", new)  # noqa: S608 - our own names
    cursor.execute("COMMIT")


def _values(organization: int) -> dict[str, int]:
    values = parameters(organization_id=organization, year=YEAR)
    return {name: values[name] for name in used_by("standing")}
