"""Pages of the demo asked for in this process, each in turn with a bare Django page of as many elements."""

import gzip
import json
import re
import statistics
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.test.client import Client
from django.urls import reverse

from zuji.accounts.models import User
from zuji.operations.bench.bare import BareClient
from zuji.operations.demo.building import build_demo
from zuji.operations.demo.names import FIRST
from zuji.operations.setup import make_ready
from zuji.organizations.models import Organization

WARM_UP, ROUNDS = 10, 60
_ELEMENT = re.compile(r"<[a-z]")
_ASSET = re.compile(r"""(?:href|src)="/static/([^"]+\.(?:css|js|svg|png|ico|woff2))\"""")
_IMPORT = re.compile(r"""(?:@import\s+(?:url\()?|from\s*|import\s*)["']([^"']+\.(?:css|js))["']""")


@dataclass(frozen=True)
class PageFigures:
    """What one page costs; `static_*` is what a first visit loads besides."""

    name: str
    cpu_ms: float
    bare_cpu_ms: float
    elements: int
    queries: int
    html_bytes: int
    html_gz_bytes: int
    static_files: int
    static_gz_bytes: int


def page_paths() -> dict[str, str]:
    """Name the pages that are measured."""
    branch = Organization.objects.get(name=FIRST).pk
    return {
        "board": reverse("institutions:board", args=[branch]),
        "member list": reverse("organizations:member-list", args=[branch]),
        "timeline": reverse("footprints:timeline", args=[branch]),
        "my page": reverse("evaluation:me"),
    }


def figures_of(name: str, path: str, user: User) -> PageFigures:
    """Measure one page and its bare sister in turns."""
    page, bare = Client(SERVER_NAME="localhost"), BareClient()
    for client in (page, bare):
        client.force_login(user)
    page.get(path)
    queries: list[str] = []

    def counted(execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        queries.append(sql)
        return execute(sql, values, many, context)

    with connection.execute_wrapper(counted):
        response = page.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path}: {response.status_code}")
    html = response.content.decode()
    elements = len(_ELEMENT.findall(html))
    shape = {"elements": elements}
    for _ in range(WARM_UP):
        page.get(path)
        bare.get("/", shape)
    turns = [(cpu_ms(page, path, {}), cpu_ms(bare, "/", shape)) for _ in range(ROUNDS)]
    assets = assets_of(html)
    return PageFigures(
        name=name,
        cpu_ms=statistics.median(ours for ours, _ in turns),
        bare_cpu_ms=statistics.median(theirs for _, theirs in turns),
        elements=elements,
        queries=len(queries),
        html_bytes=len(response.content),
        html_gz_bytes=len(gzip.compress(response.content)),
        static_files=len(assets),
        static_gz_bytes=sum(len(gzip.compress(path.read_bytes())) for path in assets),
    )


def cpu_ms(client: Client, path: str, asked: dict[str, Any]) -> float:
    """Give the CPU time of one request."""
    start = time.process_time()
    client.get(path, asked)
    return 1000 * (time.process_time() - start)


def assets_of(html: str) -> set[Path]:
    """Find the style sheets, scripts and pictures a page loads, with what those load in turn."""
    waiting = [settings.STATIC_ROOT / name for name in _ASSET.findall(html)]
    found: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path in found or not path.exists():
            continue
        found.add(path)
        if path.suffix in (".css", ".js"):
            waiting += [(path.parent / name).resolve() for name in _IMPORT.findall(path.read_text(encoding="utf-8"))]
    return found


def main() -> None:
    """Build the demo where ZUJI_HOME says, measure, and print JSON."""
    make_ready()
    build_demo()
    user = User.objects.get(username="director")
    json.dump([asdict(figures_of(name, path, user)) for name, path in page_paths().items()], sys.stdout)
