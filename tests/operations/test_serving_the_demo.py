"""`zuji run` from outside: what `make run` does after installing."""

import http.client
import os
import signal
import stat
from pathlib import Path

import pytest

from tests.running_demo import Demo, built_home

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def home(tmp_path_factory, worker_id):
    return built_home(tmp_path_factory, worker_id)


@pytest.fixture
def demo(home):
    running = Demo(home)
    yield running
    running.close()


def status_of(port: int, path: str, **headers: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers=headers)
    status = connection.getresponse().status
    connection.close()
    return status


def listeners(port: int) -> set[str]:
    """On which addresses, in the kernel's own writing, somebody listens on a port."""
    rows = [line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]]
    return {row[1].split(":")[0] for row in rows if row[3] == "0A" and row[1].endswith(f":{port:04X}")}


def is_alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def test_it_answers_on_loopback_only_and_ends_with_everything_it_started(demo):
    port = demo.port()

    assert status_of(port, "/account/login/") == 200
    assert status_of(port, "/account/login/", Host="zuji.example.org") == 400
    assert listeners(port) == {"0100007F"}

    children = demo.children()
    assert len(children) == 2
    assert demo.stop() == 0
    assert not [child for child in children if is_alive(child)]


def test_it_may_be_repeated_and_keeps_its_key_to_itself(demo, home):
    demo.port()
    key = home / "secret_key"

    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_text()) >= 50


def test_a_second_one_takes_the_next_port(demo, home):
    first = demo.port()
    other = Demo(home, port=first)
    try:
        second = other.port()
        assert second > first
        assert status_of(second, "/account/login/") == 200
    finally:
        other.close()


def test_the_death_of_the_worker_ends_it_with_a_sentence(demo):
    demo.port()
    worker = next(
        child for child in demo.children() if "worker" in Path(f"/proc/{child}/cmdline").read_text().split("\0")
    )

    os.kill(worker, signal.SIGKILL)

    assert demo.process.wait(timeout=30) == 2
    assert f"后台任务自行结束（{-signal.SIGKILL}）" in demo.process.stdout.read()


def test_the_death_of_the_server_ends_it_too(demo):
    port = demo.port()
    server = next(child for child in demo.children() if "granian" in Path(f"/proc/{child}/cmdline").read_text())

    os.kill(server, signal.SIGKILL)

    assert demo.process.wait(timeout=30) == 2
    assert not listeners(port)


def test_the_demo_never_touches_another_database(home):
    running = Demo(home, DATABASE_URL="postgresql://nobody@127.0.0.1:1/production", ZUJI_HOSTS="zuji.example.org")
    try:
        port = running.port()
        assert status_of(port, "/account/login/") == 200
    finally:
        running.close()
