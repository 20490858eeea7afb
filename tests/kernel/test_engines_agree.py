"""One statement, every engine, one answer: equal to the row with a judge that reads the words and knows no SQL."""

import os

from hypothesis import HealthCheck, given, settings

from tests.kernel.oracle import Oracle
from tests.kernel.rows import load
from tests.kernel.worlds import BRANCHES, CENTRE, Generated, worlds
from zuji.kernel.engines import Cursors, judge
from zuji.kernel.relations import STANDING
from zuji.kernel.statements import parameters

EXAMPLES = int(os.environ.get("ZUJI_WORLDS", "300"))
"""How many worlds; ZUJI_WORLDS=5000 for a night."""


def values_for(generated: Generated, organization: int) -> dict[str, int]:
    asked = parameters(organization_id=organization, year=generated.year)
    return {**asked, "as_of_day": generated.as_of}


def named(rows: list[tuple]) -> list[str]:
    """Rows as sorted lines that name their columns, so that a difference can be read."""
    return sorted(", ".join(f"{name}={value!r}" for name, value in zip(STANDING, row, strict=True)) for row in rows)


def as_judged(engine: Cursors, generated: Generated, organization: int) -> list[str]:
    return named(judge(engine, "standing", values_for(generated, organization)))


def as_the_oracle_says(generated: Generated, organization: int) -> list[str]:
    return named(Oracle(generated.world, year=generated.year, as_of=generated.as_of).standings(organization))


def same(judged: list[str], expected: list[str], who: str) -> None:
    """Fail with the rows that differ only, and one assertion for all, so that hypothesis can shrink."""
    wrong, missing = sorted(set(judged) - set(expected)), sorted(set(expected) - set(judged))
    assert judged == expected, "\n".join([f"{who} says:", *wrong, "it should say:", *missing])


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)
@given(generated=worlds())
def test_every_engine_judges_as_the_oracle_does(engines: dict[str, Cursors], generated: Generated) -> None:
    expected = as_the_oracle_says(generated, CENTRE)

    for name, engine in engines.items():
        load(engine, generated.world)

        same(as_judged(engine, generated, CENTRE), expected, name)


@settings(max_examples=EXAMPLES // 2, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)
@given(generated=worlds())
def test_a_branch_judged_alone_stands_as_it_does_in_the_whole(
    engines: dict[str, Cursors], generated: Generated
) -> None:
    alone = BRANCHES[0]

    for name, engine in engines.items():
        load(engine, generated.world)
        whole = judge(engine, "standing", values_for(generated, CENTRE))

        same(as_judged(engine, generated, alone), named([row for row in whole if row[1] == alone]), name)


@settings(max_examples=EXAMPLES // 2, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)
@given(generated=worlds())
def test_every_engine_makes_the_same_remarks(engines: dict[str, Cursors], generated: Generated) -> None:
    remarks = {}

    for name, engine in engines.items():
        load(engine, generated.world)
        remarks[name] = sorted(judge(engine, "remark", values_for(generated, CENTRE)))

    assert remarks["duckdb"] == remarks["sqlite"]
    assert remarks["postgresql"] == remarks["sqlite"]
