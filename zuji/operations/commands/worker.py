"""`zuji worker`: do the background work, until stopped."""

import argparse

from django.core.management import call_command

HELP = "do the background work, until stopped"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--interval", type=float, default=1.0, help="seconds between looks for work (default: 1)")


def run(options: argparse.Namespace) -> int:
    """Work in this process; SIGTERM lets the task in hand finish."""
    call_command("db_worker", interval=options.interval, queue_name="*", reload=False)
    return 0
