"""What a machine lacks is said in sentences, with the way to get it."""

import argparse
from types import SimpleNamespace

import pytest

from zuji.foundation.errors import ZujiError
from zuji.operations import needs
from zuji.operations.commands import check_env
from zuji.operations.needs import Need

BROWSER = Need("Chromium", "chromium", "the journeys drive it", lambda: None)
FONT = Need("a Chinese font", "fonts-noto-cjk", "pages are looked at", lambda: "Noto Serif CJK")


def options(**given):
    return argparse.Namespace(**{"spark": False, "install": False, **given})


@pytest.fixture
def machine(monkeypatch):
    """A machine with a font and no browser; `commands` are those that were run on it."""
    ran = []
    monkeypatch.setattr(check_env, "NEEDS", (BROWSER, FONT))
    monkeypatch.setattr(
        check_env.subprocess, "run", lambda command, **_: ran.append(command) or SimpleNamespace(returncode=0)
    )
    return ran


def test_what_is_missing_is_named_with_the_package_that_brings_it(machine, capsys):
    assert check_env.run(options()) == 1

    printed = capsys.readouterr().out
    assert "Chromium" in printed
    assert "apt-get install --yes --no-install-recommends chromium\n" in printed
    assert machine == []


def test_with_everything_there_nothing_is_installed(machine, monkeypatch):
    monkeypatch.setattr(check_env, "NEEDS", (FONT,))

    assert check_env.run(options(install=True)) == 0
    assert machine == []


def test_root_installs_what_is_missing_and_nothing_else(machine, monkeypatch):
    monkeypatch.setattr(check_env, "may_install", list)

    check_env.run(options(install=True))

    assert machine == [
        ["apt-get", "update"],
        ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"],
    ]


def test_without_root_the_command_is_said_instead(machine, monkeypatch):
    monkeypatch.setattr(check_env, "may_install", lambda: None)

    with pytest.raises(ZujiError, match=r"apt-get install .* chromium"):
        check_env.run(options(install=True))


def test_neither_root_nor_sudo_means_nothing_may_be_installed(monkeypatch):
    monkeypatch.setattr(needs.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(needs.shutil, "which", lambda name: None)

    assert needs.may_install() is None


def test_an_empty_machine_lacks_everything(monkeypatch):
    monkeypatch.setattr(needs.shutil, "which", lambda name: None)
    monkeypatch.setattr(needs.Path, "glob", lambda self, pattern: iter(()))

    assert needs.missing(needs.NEEDS + needs.SPARK_NEEDS) == list(needs.NEEDS + needs.SPARK_NEEDS)
