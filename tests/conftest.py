"""The small organisation of tests/world.py, for whoever asks for it."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.world import World


@pytest.fixture
def world(db: None) -> "World":
    """A committee, two branches, six members, one rulebook, one year."""
    from tests.world import build_world  # noqa: PLC0415 - models wait until Django is set up

    return build_world()
