"""What pages cost: CPU time, queries, weight; and what a process costs that has just answered its first request."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from tempfile import TemporaryDirectory
from typing import Any

from zuji.operations.bench.bare import FIRST_RESPONSE
from zuji.operations.bench.table import Line, at_most

MOST_QUERIES = 12
AIM = 2
STARTS = 5
OURS = "from zuji.config.wsgi import application\n"
ANSWER = """
import io, json, re, time
from pathlib import Path
environ = {
    "REQUEST_METHOD": "GET", "PATH_INFO": "/account/login/", "SERVER_NAME": "localhost", "SERVER_PORT": "80",
    "HTTP_HOST": "localhost", "wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO(), "wsgi.url_scheme": "http",
    "wsgi.version": (1, 0), "wsgi.multithread": False, "wsgi.multiprocess": True, "wsgi.run_once": False,
}
seen = []
b"".join(application(environ, lambda status, headers: seen.append(status)))
assert seen == ["200 OK"], seen
pss = int(re.search(r"^Pss:\\s+(\\d+)", Path("/proc/self/smaps_rollup").read_text(), re.M)[1])
print(json.dumps({"cpu_s": time.process_time(), "pss_mb": pss / 1024}))
"""


def pages() -> Iterator[Line]:
    """Measure in a temporary installation with the demo in it; yield the lines of the table."""
    with TemporaryDirectory(prefix="zuji-bench-") as home:
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        environment = {
            **kept,
            "ZUJI_HOME": home,
            "ZUJI_PROFILE": "demo",
            "DJANGO_SETTINGS_MODULE": "zuji.config.settings",
        }
        measure = "import django; django.setup(); from zuji.operations.bench.rendering import main; main()"
        for figures in printed_by(measure, environment):
            yield from lines_of(figures)
        yield from starts(environment)


def lines_of(figures: dict[str, Any]) -> Iterator[Line]:
    """Give the lines of one page. The board's queries are asserted."""
    name, is_board = figures["name"], figures["name"] == "board"
    yield at_most(f"{name}, CPU per request", figures["cpu_ms"], figures["bare_cpu_ms"], aim=AIM, form="{:.1f} ms")
    queries = figures["queries"]
    aim = f"≤ {MOST_QUERIES}" if is_board else ""
    yield Line(
        f"{name}, queries", str(queries), "3", None, aim, queries <= MOST_QUERIES if is_board else None, is_board
    )
    weight = f"{figures['html_bytes'] / 1024:.1f} KB, {figures['html_gz_bytes'] / 1024:.1f} KB gz"
    yield Line(f"{name}, HTML of {figures['elements']} elements", weight)
    first = f"{figures['static_gz_bytes'] / 1024:.1f} KB gz in {figures['static_files']} files"
    yield Line(f"{name}, what a first visit loads besides", first)


def starts(environment: dict[str, str]) -> Iterator[Line]:
    """Start both programs in turns, each until it has shown its sign-in form."""
    ours, bare = [], []
    for _ in range(STARTS):
        ours.append(printed_by(OURS + ANSWER, environment))
        bare.append(printed_by(FIRST_RESPONSE + ANSWER, environment))
    for what, key, form in (
        ("cold start to the first response, CPU", "cpu_s", "{:.2f} s"),
        ("memory after it (PSS)", "pss_mb", "{:.0f} MB"),
    ):
        yield at_most(what, *(statistics.median(run[key] for run in runs) for runs in (ours, bare)), aim=AIM, form=form)


def printed_by(program: str, environment: dict[str, str]) -> Any:
    """Run a program in a process of its own and read the JSON it prints."""
    done = subprocess.run(  # noqa: S603 - programs of this module
        [sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])
