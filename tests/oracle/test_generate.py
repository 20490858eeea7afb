"""The made-up years are worth asking about: reproducible, and full of what must not count."""

from collections import Counter
from pathlib import Path

from tests.oracle.folder import figures
from tests.oracle.generate import write_world

CODES = {"BAD_DATE", "DUPLICATE", "LATE_CONFIRMED", "LATE_UNCONFIRMED", "NOT_A_MEMBER", "NOT_IN_OFFICE"}
WORLDS = 40


def test_one_seed_writes_one_world(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"

    write_world(first, seed=7, year=2020)
    write_world(second, seed=7, year=2020)

    assert {file.name: file.read_bytes() for file in first.iterdir()} == {
        file.name: file.read_bytes() for file in second.iterdir()
    }


def test_worlds_meet_and_miss_every_rule_and_raise_every_flag(tmp_path: Path) -> None:
    met, missed, codes = Counter[str](), Counter[str](), Counter[str]()

    for seed in range(WORLDS):
        write_world(tmp_path / str(seed), seed, 2020)
        asked = figures(tmp_path / str(seed), 2020)
        codes.update(code for _, code in asked["flags"])
        for rule_id, rule in asked["rules"].items():
            met[rule_id] += rule["satisfied"]
            missed[rule_id] += rule["owed"] - rule["satisfied"]

    assert set(codes) == CODES
    assert len(met) == 13
    assert min(met.values()) > 0
    assert min(missed.values()) > 0
