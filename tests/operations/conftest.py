"""Folders to load, and sentences in English whatever the machine speaks."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import translation

if TYPE_CHECKING:
    from tests.operations.folders import SmallFolder


@pytest.fixture
def folder(tmp_path: Path) -> "SmallFolder":
    """A folder with two members and nothing else."""
    from tests.operations.folders import SmallFolder  # noqa: PLC0415 - models wait until Django is set up

    return SmallFolder(tmp_path / "year")


@pytest.fixture
def in_english() -> Iterator[None]:
    """Sentences as they stand in the code."""
    with translation.override("en"):
        yield
