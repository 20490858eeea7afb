"""Each convention has a small year that breaks it on purpose, with the result worked out by hand beside it."""

import json
from pathlib import Path

import pytest

from tests.oracle.folder import figures

YEARS = sorted(Path(__file__).parent.glob("c[0-9][0-9]_*"), key=lambda folder: folder.name)


def test_every_convention_has_a_year_of_its_own() -> None:
    assert [folder.name[:3] for folder in YEARS] == [f"c{number:02}" for number in range(1, 19)]


@pytest.mark.parametrize("folder", YEARS, ids=lambda folder: folder.name)
def test_oracle_agrees_with_the_hand(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))

    assert figures(folder, expected["year"]) == expected
