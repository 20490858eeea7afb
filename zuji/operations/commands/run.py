"""`zuji run`: the demo year on this machine: tables, data, server and worker, in one command."""

import argparse
import fcntl
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from zuji.operations.serving import LOOPBACK, Processes, Stopped, free_port, stopping_on_signals, wait_until_ready

HELP = "run the demo year on this machine, and print address and accounts"
FIRST_PORT = 8000
OURSELVES = [sys.executable, "-m", "zuji"]
NOT_FOR_THE_DEMO = ("DATABASE_URL", "ZUJI_HOSTS", "ZUJI_ORIGINS")
"""A demo never touches another database and never answers to another name, whatever the shell says."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    port = int(os.environ.get("ZUJI_PORT", FIRST_PORT))
    parser.add_argument("--port", type=int, default=port, help=f"the first port to try (default: {port})")


def run(options: argparse.Namespace) -> int:
    """Run until stopped. Stopped from outside is success; a process that ends by itself is not."""
    processes = Processes(demo_environment(os.environ))
    try:
        with stopping_on_signals() as request:
            start(processes, options.port)
            processes.watch(request)
    except Stopped:
        processes.stop()
        say(_("Stopped."))
    finally:
        processes.stop()
    return 0


def demo_environment(outer: Mapping[str, str]) -> dict[str, str]:
    """Give the environment of the demo: its own database, loopback only."""
    kept = {name: value for name, value in outer.items() if name not in NOT_FOR_THE_DEMO}
    return {**kept, "ZUJI_PROFILE": "demo", "ZUJI_HOME": str(settings.HOME), "PYTHONUNBUFFERED": "1"}


def start(processes: Processes, first_port: int) -> None:
    """Make everything ready, start server and worker, and say where they are."""
    with one_at_a_time(settings.HOME):
        say(_("Preparing tables, static files and translations …"))
        processes.finish("zuji migrate", [*OURSELVES, "migrate"])
        say(_("Loading the demo year …"))
        accounts = processes.finish("zuji demo", [*OURSELVES, "demo"])
        port = free_port(first_port)
        processes.start(_("server"), server(port))
        processes.start(_("worker"), [*OURSELVES, "worker"])
        wait_until_ready(processes, port, reverse("account_login"))
    say(_("Zuji is ready: %(address)s  (Ctrl-C stops it)") % {"address": f"http://{LOOPBACK}:{port}/"})
    say(accounts.rstrip())


def server(port: int) -> list[str]:
    """Give the command that serves the pages, on loopback and nowhere else."""
    shape = ["--interface", "wsgi", "--workers", "2", "--blocking-threads", "4", "--log-level", "warning"]
    where = ["--host", LOOPBACK, "--port", str(port)]
    return [sys.executable, "-m", "granian", *shape, *where, "zuji.config.wsgi:application"]


@contextmanager
def one_at_a_time(home: Path) -> Iterator[None]:
    """Let a second `zuji run` of the same installation wait until the first is ready, then take the next port."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (home / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def say(text: str) -> None:
    """Print at once: whoever waits for the address may read through a pipe."""
    print(text, flush=True)
