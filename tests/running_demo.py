"""`zuji run` as a process of its own: what a person starts, seen from outside."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

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
