"""A world in which the first branch chose content, and a key file of each test's own."""

import pytest


@pytest.fixture(autouse=True)
def key_file(tmp_path, settings):
    """Where this test's keys lie."""
    settings.REPORT_KEYS = tmp_path / "keys" / "report_keys"
    return settings.REPORT_KEYS


@pytest.fixture
def content(world):
    """The world, with the first branch on content from 2018 on."""
    from tests.thought_reports.sealed import choose_content  # noqa: PLC0415 - models wait until Django is set up

    choose_content(world)
    return world
