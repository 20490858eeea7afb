"""A whole Zuji, as `zuji run` starts it, and a real Chromium on its pages."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.journeys.browsing import Visitor
from tests.running_demo import Demo, built_home

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HEIGHTS = {390: 844, 1280: 860}
PORT = 19000


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """The address of a demo that this test process has for itself; those who read it find 2018 as it was."""
    with running_site(tmp_path_factory, worker_id) as address:
        yield address


@contextmanager
def running_site(folders: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """Run a demo in a home of its own, on a port that no other test process tries first.

    The demo year is built once; every site begins as a copy of it.
    """
    offset = int(worker_id.removeprefix("gw")) * 50 if worker_id.startswith("gw") else 0
    demo = Demo(built_home(folders, worker_id), port=PORT + offset)
    yield f"http://127.0.0.1:{demo.port()}"
    demo.close()


@pytest.fixture(scope="session")
def browser(chromium_path: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, site: str, pytestconfig: pytest.Config) -> Iterator[Callable[..., Visitor]]:
    """Open a browser of a given width, colour scheme and so on; what its pages complain of fails the test."""
    keeps_pictures = pytestconfig.getoption("pictures")
    contexts: list[BrowserContext] = []
    visitors: list[Visitor] = []

    def arrive(width: int = 1280, **options: object) -> Visitor:
        viewport = {"width": width, "height": HEIGHTS[width]}
        context = browser.new_context(base_url=site, viewport=viewport, locale="zh-CN", **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        visitors.append(Visitor(context.new_page(), width, keeps_pictures=keeps_pictures))
        return visitors[-1]

    yield arrive
    complaints = [complaint for visitor in visitors for complaint in visitor.complaints]
    for context in contexts:
        context.close()
    assert complaints == []
