"""Processes that live and end together."""

import signal
import socket
import sys
import time

import pytest

from zuji.foundation.errors import ZujiError
from zuji.operations import serving
from zuji.operations.serving import LOOPBACK, Processes, answers, free_port, wait_until_ready

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"


@pytest.fixture
def processes():
    together = Processes({})
    yield together
    together.stop()


def test_a_taken_port_gives_the_next():
    first = free_port(20000)

    with socket.create_server((LOOPBACK, first)):
        found = free_port(first)

    assert found > first


def test_without_a_free_port_a_sentence_says_so():
    with socket.create_server((LOOPBACK, free_port(21000))) as taken, pytest.raises(ZujiError):
        free_port(taken.getsockname()[1], tries=1)


def test_a_process_that_ends_by_itself_is_noticed(processes):
    processes.start("patient one", SLEEPS)
    processes.start("hasty one", [sys.executable, "-c", "raise SystemExit(7)"])

    with pytest.raises(ZujiError, match=r"hasty one.*7"):
        processes.watch(every=0.05)


def test_all_end_together(processes):
    patient, other = processes.start("one", SLEEPS), processes.start("other", SLEEPS)

    processes.stop()

    assert patient.returncode == other.returncode == -signal.SIGTERM


def test_a_process_deaf_to_requests_is_ended_all_the_same(processes, monkeypatch):
    monkeypatch.setattr(serving, "PATIENCE", 0.2)
    deaf = processes.start("deaf one", [sys.executable, "-c", DEAF], output=-1)
    assert deaf.stdout.readline() == "deaf\n"

    processes.stop()

    assert deaf.returncode == -signal.SIGKILL


def test_a_step_that_fails_stops_the_rest(processes):
    with pytest.raises(ZujiError, match="loading"):
        processes.finish("loading", [sys.executable, "-c", "raise SystemExit(1)"])


def test_what_a_step_prints_is_kept(processes):
    assert processes.finish("step", [sys.executable, "-c", "print('足迹')"]) == "足迹\n"


def test_the_first_request_to_stop_is_heard_and_later_ones_wait():
    heard = False
    with serving.stopping_on_signals():
        try:
            signal.raise_signal(signal.SIGTERM)
        except serving.Stopped:
            signal.raise_signal(signal.SIGTERM)
            heard = True

    assert heard


def test_nobody_answers_where_nobody_listens():
    assert not answers(free_port(22000), "/")


def test_a_server_that_never_answers_is_given_up(processes):
    processes.start("server", SLEEPS)

    with pytest.raises(ZujiError):
        wait_until_ready(processes, free_port(23000), "/", seconds=0.3)


def test_a_server_that_dies_while_starting_is_noticed_at_once(processes):
    processes.start("server", [sys.executable, "-c", "raise SystemExit(3)"])
    began = time.monotonic()

    with pytest.raises(ZujiError, match=r"server.*3"):
        wait_until_ready(processes, free_port(24000), "/", seconds=30)

    assert time.monotonic() - began < 10
