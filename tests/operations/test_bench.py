"""The benchmark on tiny worlds: it prints its tables, and fails only for what is asserted, never for a time."""

import argparse

import pytest

from zuji.operations.bench import duplicates, known_texts, pages
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


@pytest.mark.django_db
def test_the_index_of_texts_is_built_and_asked_at_two_sizes():
    first, second = known_texts.measured([120, 60])

    assert (first["texts"], second["texts"]) == (60, 120)
    assert first["of_brute_force"] == 1
    assert second["found"] > 0.9
    assert min(second[name] for name in ("built_s", "p50_ms", "p99_ms", "remember_ms", "rss_mb", "index_mb")) > 0


def test_what_was_measured_of_the_index_is_told_beside_the_size_before(monkeypatch, capsys):
    figures = {"built_s": 6.0, "remember_ms": 2.0, "found": 0.98, "index_mb": 7.0, "texts_mb": 2.0, "rss_mb": 90.0}
    sizes = [
        {"texts": 1000, "p50_ms": 5.0, "p99_ms": 20.0, "p99_cpu_ms": 9.0, "of_brute_force": 1.0, **figures},
        {"texts": 10000, "p50_ms": 6.0, "p99_ms": 120.0, "p99_cpu_ms": 30.0, **figures},
    ]
    monkeypatch.setattr(duplicates, "printed_by", lambda program, environment: sizes)

    code = bench.run(options("duplicates", "--texts", "1000", "10000"))

    printed = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert "sqlite, 1,000 texts, of what comparing with all finds 1.000 ≥ 0.95 yes" in printed
    assert "sqlite, 10,000 texts, asked, p50 6.0 ms 5.0 ms 1.20" in printed
    assert "sqlite, 10,000 texts, asked, p99 120.0 ms ≤ 100 ms no" in printed


def test_labelled_pairs_are_judged_where_a_folder_is_given(tmp_path):
    (tmp_path / "docs.jsonl").write_text(
        '{"id": "a", "body": "三里屯的路灯坏了两个月"}\n{"id": "b", "body": "五里屯的路灯坏了两个月"}\n',
        encoding="utf-8",
    )
    (tmp_path / "pairs.jsonl").write_text(
        '{"pair": "1", "track": "message", "a": "a", "b": "a", "label": "duplicate"}\n'
        '{"pair": "2", "track": "message", "a": "a", "b": "b", "label": "different"}\n',
        encoding="utf-8",
    )

    told = [line.cells for line in duplicates.quality_lines(tmp_path)]

    assert told == [
        ("message, 2 pairs, precision", "1.000", "", "", "≥ 0.95", "yes"),
        ("message, 2 pairs, recall", "1.000", "", "", "≥ 0.95", "yes"),
        ("message, 2 pairs, F1", "1.000", "", "", "", ""),
        ("message, 2 pairs, AUC", "1.000", "", "", "≥ 0.97", "yes"),
    ]
