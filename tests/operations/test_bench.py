"""The benchmark on tiny worlds: it prints its tables, and fails only for what is asserted, never for a time."""

import argparse

import pytest

from zuji.operations.bench import pages
from zuji.operations.bench.table import Line, at_most, table
from zuji.operations.commands import bench


def options(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    bench.add_arguments(parser)
    return parser.parse_args(arguments)


def test_a_nation_is_judged_at_two_sizes_and_the_growth_is_told(capsys):
    code = bench.run(options("evaluation", "--members", "60", "120", "--engines", "sqlite", "duckdb"))

    printed = capsys.readouterr().out
    assert code == 0
    assert "sqlite, 120 members" in printed
    assert "duckdb, a member of 120 beside one of 60" in printed


def test_one_branch_is_judged_beside_a_select_1(capsys):
    code = bench.run(options("update", "--members", "200", "--engines", "sqlite", "postgresql"))

    printed = capsys.readouterr().out
    assert code == 0
    assert "sqlite, 200 members, p50" in printed
    assert "postgresql, 200 members, p95" in printed


def test_what_is_missing_is_said_in_one_sentence(monkeypatch, in_english, capsys):
    from zuji.operations import main  # noqa: PLC0415 - sets Django up

    monkeypatch.setattr(bench, "lacking", lambda engine: ["pyspark"] if engine == "spark" else [])

    code = main.main(["bench", "evaluation", "--engines", "spark"])

    assert code == main.REFUSED
    assert "these packages are missing: pyspark" in capsys.readouterr().err


def figures(queries: int) -> dict:
    return {
        "name": "board",
        "cpu_ms": 30.0,
        "bare_cpu_ms": 10.0,
        "elements": 500,
        "queries": queries,
        "html_bytes": 2048,
        "html_gz_bytes": 1024,
        "static_files": 3,
        "static_gz_bytes": 4096,
    }


@pytest.mark.parametrize(("queries", "fails"), [(12, False), (13, True)])
def test_the_board_may_ask_twelve_queries_and_no_more(queries, fails):
    assert any(line.fails for line in pages.lines_of(figures(queries))) is fails


def test_a_slow_page_fails_nothing_but_says_so():
    slow = next(pages.lines_of(figures(8)))

    assert slow.cells == ("board, CPU per request", "30.0 ms", "10.0 ms", "3.00", "≤ 2", "no")
    assert not slow.fails


def test_a_table_has_a_column_under_each_heading():
    printed = table("Title", [at_most("a", 1.0, 2.0, aim=1.3, form="{:.1f} s"), Line("longer", "7")])

    assert printed.splitlines()[1:] == [
        "what    figure  beside  ratio  aim    holds",
        "a       1.0 s   2.0 s   0.50   ≤ 1.3  yes",
        "longer  7",
    ]
