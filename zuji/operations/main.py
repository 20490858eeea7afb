"""The `zuji` command: finds its subcommands, runs one, and says refusals in one line."""

import argparse
import os
import pkgutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from importlib.metadata import version

import django
from django.db import OperationalError
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.operations import commands
from zuji.operations.setup import ensure_tables
from zuji.operations.translations import compile_catalogue

REFUSED = 2
INTERRUPTED = 130


def command_names() -> list[str]:
    """Name the subcommands as they are typed: a module `check_env` is `check-env`."""
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(commands.__path__))


def command_line() -> argparse.ArgumentParser:
    """Put the command line together; a subcommand is a module with HELP, add_arguments(parser) and run(options).

    One that works on the database says so with USES_TABLES.
    """
    parser = argparse.ArgumentParser(
        prog="zuji", description="Zuji 足迹 makes the written institutions of a branch run."
    )
    parser.add_argument("--version", action="version", version=f"zuji {version('zuji')}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in command_names():
        module = import_module(f"zuji.operations.commands.{name.replace('-', '_')}")
        subparser = subparsers.add_parser(name, help=module.HELP, description=f"{module.__doc__}")
        module.add_arguments(subparser)
        subparser.set_defaults(run=module.run, uses_tables=getattr(module, "USES_TABLES", False))
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand and give its exit code. Translations are compiled first: Django reads them once."""
    with suppress(OSError):  # a program folder that may not be written keeps what it came with
        compile_catalogue()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zuji.config.settings")
    django.setup()
    options = command_line().parse_args(arguments)
    try:
        if options.uses_tables:
            ensure_tables()
        code: int = options.run(options)
    except ZujiError as error:
        print(f"zuji: {error}", file=sys.stderr)
        return REFUSED
    except OperationalError as error:
        sentence = _("The database cannot be used: %(why)s") % {"why": str(error).strip()}
        print(f"zuji: {sentence}", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code
