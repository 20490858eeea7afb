"""How long a search takes among ten and a hundred thousand documents: building, the median, the slow tail."""

import random
import statistics
import time
from collections.abc import Iterator, Sequence

from django.db import connection, transaction

from zuji.operations.bench.table import Line
from zuji.search.findable import index_row
from zuji.search.index import Index
from zuji.search.ranking import ranked

SIZES = (10_000, 100_000)
LETTERS = 400
QUERIES = 100
AIM_MS = 100
WORDS, SOUNDS = 20_000, 3_000


def finding(sizes: Sequence[int] = SIZES) -> Iterator[Line]:
    """Build an index of each size in the database of this installation, and look for words, stretches and halves."""
    for size in sizes:
        with transaction.atomic():
            index = Index("search_bench", is_temporary=True)
            index.create()
            texts = list(_texts(size))
            made = time.perf_counter()
            index.add(index_row(number, text[:12], text) for number, text in enumerate(texts, 1))
            built = time.perf_counter()
            yield Line(f"{connection.vendor}, {size:,} documents, build", f"{built - made:.1f} s")
            took: dict[str, list[float]] = {kind: [] for kind in ("two words", "a stretch", "a word that is nowhere")}
            for kind, query in _queries(texts):
                start = time.perf_counter()
                ranked(index, query)
                took[kind].append(1000 * (time.perf_counter() - start))
            index.drop()
        for kind, times in took.items():
            slow = statistics.quantiles(times, n=100)[-1]
            name = f"{connection.vendor}, {size:,} documents, {kind}"
            middle = statistics.median(times)
            yield Line(f"{name}, p50", f"{middle:.1f} ms")
            yield Line(f"{name}, p99", f"{slow:.1f} ms", aim=f"≤ {AIM_MS} ms", holds=slow <= AIM_MS)


def _texts(size: int) -> Iterator[str]:
    """Make texts of words that are as unevenly common as those of a language: the n-th is said 1/n as often."""
    dice = random.Random(2018)  # noqa: S311 - made-up texts
    words = ["".join(chr(0x4E00 + dice.randrange(SOUNDS)) for _ in range(2)) for _ in range(WORDS)]
    weights = [1 / rank for rank in range(1, WORDS + 1)]
    for _ in range(size):
        yield "".join(dice.choices(words, weights, k=LETTERS // 2))


def _queries(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    dice = random.Random(7)  # noqa: S311 - made-up queries
    for _ in range(QUERIES):
        text = dice.choice(texts)
        one, other = (2 * dice.randrange(LETTERS // 2) for _ in range(2))
        at = dice.randrange(LETTERS - 12)
        yield "two words", f"{text[one : one + 2]} {text[other : other + 2]}"
        yield "a stretch", text[at : at + 10]
        yield "a word that is nowhere", f"{text[one : one + 2]} {text[other : other + 2]} 龘龘"
