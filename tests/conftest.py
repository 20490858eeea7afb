"""The small organisation of tests/world.py, for whoever asks for it."""

import copy
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import translation

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

    from tests.world import World


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """A reader of English in one test, whose language the request left behind, is no reader in the next."""
    yield
    translation.deactivate()


_kept: dict[str, tuple["World", sqlite3.Connection]] = {}


@pytest.fixture(scope="module")
def kept_world(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> Iterator["World"]:
    """The world as it was built, once for a file of tests; the tables are cleared after them."""
    with django_db_blocker.unblock():
        built = _world_put_back() if connection.vendor == "sqlite" else _world_built()
    yield built
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)


def _world_built() -> "World":
    from tests.world import build_world  # noqa: PLC0415 - models wait until Django is set up

    return build_world()


def _world_put_back() -> "World":
    """Build it for the first file only; for the others copy the pages of SQLite's database as they were then."""
    connection.ensure_connection()
    if "world" not in _kept:
        built, pages = _world_built(), sqlite3.connect(":memory:")
        connection.connection.backup(pages)
        _kept["world"] = copy.deepcopy(built), pages
    built, pages = _kept["world"]
    pages.backup(connection.connection)
    return copy.deepcopy(built)


@pytest.fixture
def world(kept_world: "World", db: None) -> "World":
    """A committee, two branches, six members, one rulebook, one year; what a test does to it is taken back."""
    return copy.deepcopy(kept_world)
