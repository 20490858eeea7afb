"""The small organisation of tests/world.py, for whoever asks for it."""

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

    from tests.world import World


@pytest.fixture(scope="module")
def kept_world(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> Iterator["World"]:
    """The world as it was built, once for a file of tests; the tables are cleared after them."""
    from tests.world import build_world  # noqa: PLC0415 - models wait until Django is set up

    with django_db_blocker.unblock():
        built = build_world()
    yield built
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def world(kept_world: "World", db: None) -> "World":
    """A committee, two branches, six members, one rulebook, one year; what a test does to it is taken back."""
    return copy.deepcopy(kept_world)
