"""A folder with nothing in it, and tables of another time: every command works or says what to do."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.operations.folders import SmallFolder
from tests.running_demo import built_home

pytestmark = pytest.mark.journey
BRANCH = ["--organization", "一支部"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def zuji(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    return subprocess.run(
        [sys.executable, "-m", "zuji", *arguments],
        env={**kept, "ZUJI_HOME": str(home), **environment},
        capture_output=True,
        text=True,
    )


def test_loading_needs_nothing_prepared(home: Path, tmp_path: Path) -> None:
    folder = SmallFolder(tmp_path / "year")

    loaded = zuji(home, "load", str(folder.path), *BRANCH)
    figures = zuji(home, "figures", *BRANCH, "--year", "2018")

    assert (loaded.returncode, loaded.stderr) == (0, "")
    assert (figures.returncode, figures.stderr) == (0, "")
    assert '"members_on_12_31": 2' in figures.stdout


def test_asking_an_empty_installation_is_answered_in_one_line(home: Path) -> None:
    asked = zuji(home, "figures", *BRANCH, "--year", "2018")

    assert asked.returncode == 2
    assert asked.stderr == "zuji: 没有叫“一支部”的组织。\n"


def test_tables_of_an_older_version_are_not_touched(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> None:
    home = built_home(tmp_path_factory, worker_id)
    with sqlite3.connect(home / "zuji.sqlite3") as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'infos'")

    asked = zuji(home, "verify")

    assert asked.returncode == 2
    assert "zuji migrate" in asked.stderr


def test_a_database_that_does_not_answer_is_said_in_one_sentence(home: Path) -> None:
    asked = zuji(home, "verify", DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing")

    assert asked.returncode == 2
    assert asked.stderr.startswith("zuji: 数据库无法使用：")
    assert "Traceback" not in asked.stderr
