"""`zuji bench`: how long judgements, pages and 查重 take, where there is one beside a yardstick of the same run."""

import argparse
import importlib.util
from collections.abc import Iterator, Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.operations.bench.table import Line, table
from zuji.operations.needs import find_postgres

HELP = "measure how long judgements, pages, search and 查重 take"
PARTS = ("evaluation", "update", "pages", "search", "duplicates")
QUICK = (2_000, 20_000)
SIZES = (*QUICK, 200_000)
QUICK_TEXTS = (1_000, 10_000)
TEXTS = (1_000, 100_000, 1_000_000)
ENGINES = ("sqlite", "postgresql", "duckdb", "spark")
PAGE_ENGINES = ("sqlite", "postgresql")
TITLES = {
    "evaluation": "A year of a nation: CPU time of the kernel's statement beside the best SQL by hand",
    "update": "One branch's standings after one footprint, beside a bare SELECT 1",
    "search": "Finding words among many documents, in this installation's database",
    "pages": "Pages of the demo, each beside a bare Django page of the same shape",
    "duplicates": "查重: the index built and asked, made-up texts; labelled pairs where a folder is given",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("part", nargs="?", choices=PARTS, help="one part; default: all")
    parser.add_argument(
        "--quick", action="store_true", help="only worlds of 2,000 and 20,000 members, and 10,000 texts"
    )
    parser.add_argument("--members", nargs="+", type=int, help="sizes of the worlds; the update takes the last")
    parser.add_argument("--texts", nargs="+", type=int, help="numbers of known texts for 查重")
    parser.add_argument("--pairs-folder", type=Path, help="folder with docs.jsonl and labelled pairs.jsonl for 查重")
    parser.add_argument("--engines", nargs="+", choices=ENGINES, help="default: those installed")


def run(options: argparse.Namespace) -> int:
    """Print a table for each part; exit with 1 when something asserted fails, never for a time."""
    parts = (options.part,) if options.part else PARTS
    lines = [line for part in parts for line in measured(part, options)]
    return 1 if any(line.fails for line in lines) else 0


def measured(part: str, options: argparse.Namespace) -> list[Line]:
    """Measure one part and print its table."""
    lines = list(_measuring(part, options))
    print(table(TITLES[part], lines), flush=True)
    return lines


def _measuring(part: str, options: argparse.Namespace) -> Iterator[Line]:
    if part == "duplicates":
        from zuji.operations.bench.duplicates import duplicates  # noqa: PLC0415 - starts processes, needs no extras

        engines = [name for name in options.engines or ("sqlite",) if name in PAGE_ENGINES]
        return duplicates(options.texts or (QUICK_TEXTS if options.quick else TEXTS), engines, options.pairs_folder)
    if part == "pages":
        from zuji.operations.bench.pages import pages  # noqa: PLC0415 - starts processes, needs no extras

        return pages()
    if part == "search":
        from zuji.operations.bench.finding import finding  # noqa: PLC0415 - only what is measured is loaded

        return finding()
    return _judging(part, tuple(options.members or (QUICK if options.quick else SIZES)), options.engines)


def _judging(part: str, sizes: Sequence[int], engines: Sequence[str] | None) -> Iterator[Line]:
    chosen = engines or [name for name in ENGINES if not lacking(name)]
    for name in engines or ("sqlite",):
        if missing := lacking(name):
            raise ZujiError(
                _("To measure this, these packages are missing: %(names)s.") % {"names": ", ".join(missing)}
            )
    if part == "update":
        from zuji.operations.bench.update import update  # noqa: PLC0415 - needs the extras looked for above

        return update(sizes[-1], [name for name in chosen if name in PAGE_ENGINES])
    from zuji.operations.bench.evaluation import evaluation  # noqa: PLC0415 - needs the extras looked for above

    return evaluation(sizes, chosen)


def lacking(engine: str) -> list[str]:
    """Name the packages an engine's measurement needs and this environment lacks."""
    needed = ("numpy", "pyarrow", *({"duckdb": ("duckdb",), "spark": ("pyspark",)}.get(engine, ())))
    packages = [name for name in needed if importlib.util.find_spec(name) is None]
    return [*packages, "postgresql"] if engine == "postgresql" and find_postgres() is None else packages
