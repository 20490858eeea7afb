"""A disk of its own for each test, and the record its files hang on."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from tests.attachments import samples

AT = datetime(2018, 5, 4, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def disk(monkeypatch, tmp_path) -> Path:
    """Where contents lie in this test."""
    from zuji.attachments.storage import attachment_storage  # noqa: PLC0415 - settings wait until Django is set up

    monkeypatch.setitem(vars(attachment_storage()), "location", str(tmp_path / "files"))
    return tmp_path / "files"


@pytest.fixture
def add(world):
    """Attach a file to the meeting of January, as the officer did."""
    from zuji.attachments.actions import attach  # noqa: PLC0415 - models wait until Django is set up

    def attached(content: bytes = samples.PDF, name: str = "议题材料.pdf", **said):
        said = {"record": world.held, "organization": world.branch, "by": "石三川", "at": AT} | said
        return attach(said.pop("record"), upload=ContentFile(content, name=name), **said)

    return attached


def contents_on(disk: Path) -> list[str]:
    return sorted(path.name for path in disk.glob("??/*"))
