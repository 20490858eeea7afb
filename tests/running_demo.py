"""`zuji run` as a process of its own: what a person starts, seen from outside."""

import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

READY = re.compile(r"http://127\.0\.0\.1:(\d+)/")


class Demo:
    """A running `zuji run` with a home of its own."""

    def __init__(self, home: Path, port: int = 18000, **environment: str) -> None:
        kept = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        self.printed: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "zuji", "run", "--port", str(port)],
            env={**kept, "ZUJI_HOME": str(home), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def port(self) -> int:
        for line in self.process.stdout:
            self.printed.append(line)
            if found := READY.search(line):
                return int(found[1])
        raise AssertionError("".join(self.printed))

    def children(self) -> list[int]:
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(child) for child in path.read_text().split()]

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)

    def close(self) -> None:
        """Put everything away, whatever the test did to it."""
        if self.process.poll() is None:
            self.stop()
        self.process.stdout.close()


def built_home(folders: pytest.TempPathFactory, worker_id: str) -> Path:
    """Copy a home in which the demo has started once and was stopped again; it is built once for all test processes."""
    base = folders.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    built, home = shared / "built-demo", folders.mktemp("demo") / "home"
    with _alone(shared / "built-demo.lock"):
        if not built.exists():
            unfinished = folders.mktemp("unfinished") / "home"
            demo = Demo(unfinished, port=18900)
            demo.port()
            demo.stop()
            demo.close()
            unfinished.rename(built)
    shutil.copytree(built, home)
    return home


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
