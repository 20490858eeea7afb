"""What all tests share: a safe environment before Django reads it, and databases of their own."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from zuji.operations.needs import find_chromium
from zuji.operations.private_postgres import PrivatePostgres
from zuji.operations.translations import compile_catalogue

HOME = Path(tempfile.mkdtemp(prefix="zuji-tests-"))
(HOME / "static").mkdir()
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
for name in ("ZUJI_PROFILE", "ZUJI_HOSTS", "ZUJI_ORIGINS", "ZUJI_SECRET_KEY"):
    os.environ.pop(name, None)
os.environ |= {"ZUJI_HOME": str(HOME), "DATABASE_URL": "sqlite://:memory:"}
_servers: list[PrivatePostgres] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=["sqlite", "postgres"], default="sqlite", help="what the tests run on")
    parser.addoption("--pictures", action="store_true", help="keep pictures of the pages in tests/journeys/pictures")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    compile_catalogue()
    if is_only_handing_out(config):  # what it set up, its workers would inherit
        return
    if config.getoption("database") == "postgres":
        os.environ["DATABASE_URL"] = private_postgres().url
    os.environ["DJANGO_SETTINGS_MODULE"] = "zuji.config.settings"

    from django.conf import settings  # noqa: PLC0415 - only now is the environment what it should be

    assert HOME.resolve() == settings.HOME, "Django was set up before the tests could say where"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL run what a database can change; the rest has run on SQLite and would only say the same again."""
    if config.getoption("database") != "postgres":
        return
    left_out = [item for item in items if is_same_everywhere(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


def is_same_everywhere(item: pytest.Item) -> bool:
    """A test that says so, or that asks Django for no database; those of the kernel start engines of their own."""
    asks = item.get_closest_marker("django_db") or {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("same_everywhere")) or not asks


def pytest_unconfigure() -> None:
    for server in _servers:
        server.stop()


def is_only_handing_out(config: pytest.Config) -> bool:
    """With pytest-xdist the first process runs no test itself."""
    return bool(getattr(config.option, "numprocesses", None)) and not hasattr(config, "workerinput")


def private_postgres() -> PrivatePostgres:
    """One server for each process of the test run, started when it is first asked for."""
    if not _servers:
        _servers.append(PrivatePostgres())
    return _servers[0]


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """The address of an empty database on a PostgreSQL server of our own."""
    return private_postgres().url


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """The address of a database that this test has for itself."""
    with private_postgres().database() as url:
        yield url


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The browser; missing, it is an error with a sentence, never a skipped test."""
    found = find_chromium()
    if found is None:
        pytest.fail("Chromium is missing. To get it: make system", pytrace=False)
    return found
