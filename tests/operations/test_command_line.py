"""The `zuji` command itself."""

import subprocess
import sys

import pytest

from zuji.foundation.errors import ZujiError
from zuji.operations import main as command
from zuji.operations.commands import worker


def test_help_lists_every_command_on_one_screen(capsys):
    with pytest.raises(SystemExit) as left:
        command.main(["--help"])

    printed = capsys.readouterr().out
    assert left.value.code == 0
    assert all(name in printed for name in command.command_names())
    assert len(printed.splitlines()) <= 40


def test_a_refusal_is_one_line_and_exit_code_2(capsys, monkeypatch):
    def refuse(options):
        raise ZujiError("There is no branch of that name.")

    monkeypatch.setattr(worker, "run", refuse)

    assert command.main(["worker"]) == 2
    assert capsys.readouterr().err == "zuji: There is no branch of that name.\n"


def test_an_interrupted_command_leaves_without_a_traceback(monkeypatch):
    def interrupt(options):
        raise KeyboardInterrupt

    monkeypatch.setattr(worker, "run", interrupt)

    assert command.main(["worker"]) == 130


def test_an_unknown_command_is_refused_with_the_known_ones(capsys):
    with pytest.raises(SystemExit) as left:
        command.main(["dance"])

    assert left.value.code == 2
    assert "worker" in capsys.readouterr().err


def test_the_package_runs_as_a_module():
    done = subprocess.run([sys.executable, "-m", "zuji", "--version"], capture_output=True, text=True, check=True)

    assert done.stdout.startswith("zuji ")
