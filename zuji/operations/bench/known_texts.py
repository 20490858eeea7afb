"""The benchmark of 查重 inside an installation of its own: the index built and asked at each size, figures as JSON."""

import json
import resource
import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction

from zuji.duplicates.actions import remember_text
from zuji.duplicates.fingerprints import fingerprints_of
from zuji.duplicates.likeness import Reading, compare, letters_of
from zuji.duplicates.models import KnownText
from zuji.duplicates.queries import texts_like
from zuji.operations.bench.made_texts import MadeTexts
from zuji.organizations.actions import add_organization
from zuji.organizations.models import Organization

POOLS, CHUNK, ASKED, COMPARED, FEW = 30, 20_000, 200, 30, 1_000
REMEMBERED = 40
SENT_AGAIN = 50
"""One text in so many is another one sent again."""


def main() -> None:
    """Build the index up to each size that the command line names, and print one JSON list."""
    call_command("migrate", verbosity=0)
    print(json.dumps(list(measured(int(size) for size in sys.argv[1:]))))


def measured(sizes: Iterable[int]) -> Iterator[dict[str, Any]]:
    """Build the index up to each size in an empty installation, and give what it took and what asking takes."""
    pools = _pools()
    made, known, spent = MadeTexts(), 0, 0.0
    for size in sorted(sizes):
        took, some = _grow(made, known, size, pools)
        known, spent = size, spent + took
        yield {"texts": size, "built_s": spent, **_asked(made, some, pools, known)}


def _pools() -> list[int]:
    city = add_organization(name="市委会", level="city")
    branches = [add_organization(name=f"{number}支部", level="branch", parent=city) for number in range(POOLS - 1)]
    return [organization.pk for organization in (city, *branches)]


def _grow(made: MadeTexts, known: int, size: int, pools: list[int]) -> tuple[float, dict[str, str]]:
    """Add texts as remember_text does, many at once.

    Gives the seconds it took, without the making of the texts, and some of the new texts as they were written.
    """
    spent, last, some = 0.0, "", {}
    step = max(1, (size - known) * 2 // ASKED)
    for start in range(known, size, CHUNK):
        bodies = []
        for number in range(start, min(size, start + CHUNK)):
            last = made.disguised(last) if number % SENT_AGAIN == SENT_AGAIN - 1 else made.text()
            bodies.append(last)
            if (number - known) % step == 0:
                some[f"made:{number}"] = last
        began = time.perf_counter()
        with transaction.atomic():
            _keep(start, bodies, pools)
        spent += time.perf_counter() - began
    began = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return spent + time.perf_counter() - began, some


def _keep(start: int, bodies: list[str], pools: list[int]) -> None:
    texts = KnownText.objects.bulk_create(
        KnownText(about=f"made:{number}", organization_id=pools[number % len(pools)], letters=letters_of(body))
        for number, body in enumerate(bodies, start=start)
    )
    rows = sorted(
        (fingerprint, known.organization_id, known.pk)
        for known in texts
        for fingerprint in fingerprints_of(known.letters)
    )
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy("COPY text_fingerprint (fingerprint, pool, text_id) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            cursor.executemany("INSERT INTO text_fingerprint (fingerprint, pool, text_id) VALUES (%s, %s, %s)", rows)


def _asked(made: MadeTexts, some: dict[str, str], pools: list[int], known: int) -> dict[str, Any]:
    again = [(made.disguised(text), about) for about, text in some.items()]
    new = [(made.text(), "") for _ in again]
    texts_like(made.text(), organizations=pools)  # the first one opens the dictionaries
    took, worked, found = [], [], 0
    for text, about in [*again, *new]:
        began, begun = time.perf_counter(), time.process_time()
        matches = texts_like(text, organizations=pools)
        took.append(1000 * (time.perf_counter() - began))
        worked.append(1000 * (time.process_time() - begun))
        found += bool(about) and any(match.about == about and match.verdict != "same_matter" for match in matches)
    return {
        "p50_ms": statistics.median(took),
        "p99_ms": statistics.quantiles(took, n=100)[-1],
        "p99_cpu_ms": statistics.quantiles(worked, n=100)[-1],
        "found": found / len(again),
        "remember_ms": _remembering(made, pools[0]),
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        **_sizes(),
        **({"of_brute_force": _beside_brute_force(again[:COMPARED], pools)} if known <= FEW else {}),
    }


def _remembering(made: MadeTexts, pool: int) -> float:
    took = []
    record = Organization.objects.get(pk=pool)
    for _ in range(REMEMBERED):
        body = made.text()
        began = time.perf_counter()
        remember_text(record, organization_id=pool, title="", body=body)
        took.append(1000 * (time.perf_counter() - began))
    return statistics.median(took)


def _beside_brute_force(asked: list[tuple[str, str]], pools: list[int]) -> float:
    """Give the share of the duplicates that comparing with every text finds, and the index finds too."""
    everything = [(known.about, Reading(known.letters)) for known in KnownText.objects.all()]
    wanted = got = 0
    for text, _about in asked:
        mine = Reading.of(text)
        duplicates = {about for about, theirs in everything if compare(mine, theirs).is_duplicate}
        matches = {match.about for match in texts_like(text, organizations=pools)}
        wanted, got = wanted + len(duplicates), got + len(duplicates & matches)
    return got / (wanted or 1)


def _sizes() -> dict[str, float]:
    return {f"{name}_mb": size / 2**20 for name, size in _bytes()}


def _bytes() -> Iterator[tuple[str, int]]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for name, table in (("texts", "known_text"), ("index", "text_fingerprint")):
                cursor.execute("SELECT pg_total_relation_size(%s)", [table])
                yield name, cursor.fetchone()[0]
        else:
            cursor.execute("SELECT COALESCE(SUM(LENGTH(CAST(letters AS BLOB))), 0) FROM known_text")
            texts = cursor.fetchone()[0]
            yield "texts", texts
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
            yield "index", cursor.fetchone()[0] - texts
