"""What 查重 costs and how well it judges: index and answers at several sizes, and its agreement with labelled pairs."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from zuji.operations.bench.pages import printed_by
from zuji.operations.bench.table import Line
from zuji.operations.private_postgres import PrivatePostgres
from zuji.operations.similar import judged, pairs_of, qualities, texts_of

AIM_MS = 100
AIMS = {"message": (0.95, 0.95, 0.97), "obfuscated": (None, 0.95, None)}
"""Precision, recall and AUC that each track should reach."""
MEASURE = """
import sys, django
django.setup()
sys.argv[1:] = {sizes!r}
from zuji.operations.bench.known_texts import main
main()
"""


def duplicates(sizes: Sequence[int], engines: Sequence[str], pairs_folder: Path | None) -> Iterator[Line]:
    """Measure each engine that serves pages; with a folder of labelled pairs, the judgement too."""
    for engine in engines:
        with _installation(engine) as environment:
            program = MEASURE.format(sizes=[str(size) for size in sizes])
            yield from lines(engine, printed_by(program, environment))
    if pairs_folder:
        yield from quality_lines(pairs_folder)


def lines(engine: str, figures: Sequence[dict[str, Any]]) -> Iterator[Line]:
    """Give the lines of one engine; beside each size stands the one before."""
    before: dict[str, Any] = {}
    for now in figures:
        what = f"{engine}, {now['texts']:,} texts"
        yield Line(
            f"{what}, index built", f"{now['built_s']:.1f} s", f"{1000 * now['built_s'] / now['texts']:.2f} ms each"
        )
        yield Line(f"{what}, one more remembered, p50", f"{now['remember_ms']:.1f} ms")
        beside = f"{before['p50_ms']:.1f} ms" if before else ""
        ratio = now["p50_ms"] / before["p50_ms"] if before else None
        yield Line(f"{what}, asked, p50", f"{now['p50_ms']:.1f} ms", beside, ratio)
        yield Line(
            f"{what}, asked, p99", f"{now['p99_ms']:.1f} ms", "", None, f"≤ {AIM_MS} ms", now["p99_ms"] <= AIM_MS
        )
        yield Line(f"{what}, asked, p99, CPU of the process", f"{now['p99_cpu_ms']:.1f} ms")
        yield Line(f"{what}, sent again in disguise and found", f"{now['found']:.3f}")
        if "of_brute_force" in now:
            share = now["of_brute_force"]
            yield Line(f"{what}, of what comparing with all finds", f"{share:.3f}", "", None, "≥ 0.95", share >= 0.95)
        yield Line(f"{what}, size of the index", f"{now['index_mb']:.0f} MB", f"{now['texts_mb']:.0f} MB of text")
        yield Line(f"{what}, memory of the process (RSS, most)", f"{now['rss_mb']:.0f} MB")
        before = now


def quality_lines(folder: Path) -> Iterator[Line]:
    """Give precision, recall, F1 and AUC of each track of a folder with docs.jsonl and pairs.jsonl."""
    texts = texts_of(folder / "docs.jsonl")
    pairs = pairs_of(folder / "pairs.jsonl", texts)
    for quality in qualities(pairs, judged(pairs, texts)):
        precision, recall, auc = AIMS.get(quality.track, (None, None, None))
        what = f"{quality.track}, {quality.pairs} pairs"
        yield _measure(f"{what}, precision", quality.precision, precision)
        yield _measure(f"{what}, recall", quality.recall, recall)
        yield _measure(f"{what}, F1", quality.f1, None)
        yield _measure(f"{what}, AUC", quality.auc, auc)


def _measure(what: str, figure: float | None, aim: float | None) -> Line:
    if figure is None:
        return Line(what, "—")
    return Line(what, f"{figure:.3f}", "", None, f"≥ {aim:g}" if aim else "", figure >= aim if aim else None)


@contextmanager
def _installation(engine: str) -> Iterator[dict[str, str]]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    with TemporaryDirectory(prefix="zuji-bench-") as home:
        environment = {**kept, "ZUJI_HOME": home, "DJANGO_SETTINGS_MODULE": "zuji.config.settings"}
        if engine != "postgresql":
            yield environment
            return
        server = PrivatePostgres()
        try:
            yield {**environment, "DATABASE_URL": server.url}
        finally:
            server.stop()
