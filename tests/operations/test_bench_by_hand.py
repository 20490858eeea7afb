"""The benchmark's hand-written yardsticks give the kernel's standings: else their ratio means nothing."""

from pathlib import Path

import pytest

from zuji.operations.bench.engines import Duckdb, Postgresql, Sqlite
from zuji.operations.bench.evaluation import by_hand, clear, differences, judge_by_hand, judge_by_kernel
from zuji.operations.bench.world import Nation

MEMBERS = 400


@pytest.fixture(scope="module")
def nation() -> Nation:
    return Nation(MEMBERS)


def assert_same(engine, nation: Nation) -> None:
    engine.load(nation.tables)
    judge_by_kernel(engine)
    judge_by_hand(engine)

    assert differences(engine) == []


def test_sqlite_by_hand_says_what_the_kernel_says(nation, tmp_path: Path):
    assert_same(Sqlite(tmp_path / "world"), nation)


def test_duckdb_by_hand_says_what_the_kernel_says(nation, tmp_path: Path):
    assert_same(Duckdb(tmp_path / "world"), nation)


def test_postgresql_by_hand_says_what_the_kernel_says(nation, postgres_database):
    assert_same(Postgresql(postgres_database), nation)


def test_a_difference_is_found(nation, tmp_path: Path):
    engine = Sqlite(tmp_path / "world")
    engine.load(nation.tables)
    judge_by_kernel(engine)
    judge_by_hand(engine)

    engine.step("UPDATE by_hand SET status = 'met' WHERE status = 'missed' AND organization_id % 2 = 0")

    assert differences(engine)


def test_judging_can_be_repeated_after_clearing(nation, tmp_path: Path):
    engine = Sqlite(tmp_path / "world")
    engine.load(nation.tables)

    for _turn in range(2):
        clear(engine)
        judge_by_hand(engine)

    assert engine.rows("SELECT COUNT(*) FROM by_hand") != [(0,)]


def test_every_engine_has_its_steps():
    assert all(len(by_hand(name)) > 10 for name in ("sqlite", "postgresql", "duckdb", "spark"))
