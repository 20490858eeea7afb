"""Processes that live and end together: the server and the worker of `zuji run`."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType

from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError

LOOPBACK = "127.0.0.1"
PATIENCE = 10.0
"""Seconds that a process has to finish what it is at when asked to stop."""


class Stopped(BaseException):
    """Somebody asked this process to stop (Ctrl-C, SIGTERM, the terminal went away)."""


@dataclass
class StopRequest:
    """Whether somebody has asked to stop: Stopped may be raised where Python swallows it, the note stays."""

    is_made: bool = False


@contextmanager
def stopping_on_signals() -> Iterator[StopRequest]:
    """Turn the first request to stop into Stopped, and be deaf to further ones while everything is put away."""
    request = StopRequest()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        for number in signals:
            signal.signal(number, signal.SIG_IGN)
        request.is_made = True
        raise Stopped

    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, stop) for number in signals}
    try:
        yield request
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Processes:
    """Started together, watched together, stopped together."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment
        self.running: dict[str, subprocess.Popen[str]] = {}

    def start(self, name: str, command: Sequence[str], *, output: int | None = None) -> subprocess.Popen[str]:
        """Start a process in a group of its own, so that Ctrl-C reaches us alone and we end it in order."""
        process = subprocess.Popen(  # noqa: S603 - our own programs
            command, env=dict(self.environment), stdout=output, text=True, start_new_session=True
        )
        self.running[name] = process
        return process

    def finish(self, name: str, command: Sequence[str]) -> str:
        """Run a process to its end and give what it printed."""
        process = self.start(name, command, output=subprocess.PIPE)
        printed, _errors = process.communicate()
        del self.running[name]
        if process.returncode:
            raise ZujiError(_("%(name)s did not succeed; see the lines above.") % {"name": name})
        return printed

    def dead(self) -> str | None:
        """Name a process that has ended by itself."""
        return next((name for name, process in self.running.items() if process.poll() is not None), None)

    def watch(self, request: StopRequest | None = None, *, every: float = 0.5) -> None:
        """Wait until a process ends by itself, which none of them should, or until somebody asks to stop."""
        while (name := self.dead()) is None:
            if request is not None and request.is_made:
                raise Stopped
            time.sleep(every)
        code = self.running[name].returncode
        raise ZujiError(
            _("The %(name)s ended by itself (%(code)d); everything is stopped.") % {"name": name, "code": code}
        )

    def stop(self) -> None:
        """Ask all to finish, and end those that do not, with everything they started."""
        for process in self.running.values():
            if process.poll() is None:
                process.terminate()
        until = time.monotonic() + PATIENCE
        for process in self.running.values():
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=max(0.0, until - time.monotonic()))
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.running.clear()


def free_port(first: int, tries: int = 100) -> int:
    """Find the first port from `first` on that nobody listens on."""
    for port in range(first, min(first + tries, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with suppress(OSError):
                probe.bind((LOOPBACK, port))
                return port
    raise ZujiError(_("No port is free from %(first)d on.") % {"first": first})


def answers(port: int, path: str) -> bool:
    """Say whether a server on this machine answers without an error of its own."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=20)
    try:
        connection.request("GET", path)
        return connection.getresponse().status < http.HTTPStatus.INTERNAL_SERVER_ERROR
    except OSError:
        return False
    finally:
        connection.close()


def wait_until_ready(processes: Processes, port: int, path: str, *, seconds: float = 60) -> None:
    """Wait until the server answers; a process that dies meanwhile, or silence, is a refusal."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if processes.dead():
            processes.watch()
        if answers(port, path):
            return
        time.sleep(0.1)
    raise ZujiError(
        _("The server does not answer after %(seconds)d seconds; see the lines above.") % {"seconds": seconds}
    )
