"""`zuji check-env`: what this machine lacks for the tests, and how to get it."""

import argparse
import os
import shlex
import subprocess

from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.operations.needs import NEEDS, SPARK_NEEDS, Need, install_command, may_install, missing

HELP = "say what this machine lacks for the tests, and how to get it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--spark", action="store_true", help="also what the Spark tests need")
    parser.add_argument("--install", action="store_true", help="install what is missing (Debian; root or sudo)")


def run(options: argparse.Namespace) -> int:
    """Exit with 1 and a sentence for each thing missing."""
    needs = NEEDS + (SPARK_NEEDS if options.spark else ())
    lacking = missing(needs)
    if lacking and options.install:
        install(lacking)
        lacking = missing(needs)
    for need in lacking:
        print(_("Missing: %(name)s (%(reason)s).") % {"name": need.name, "reason": need.reason})
    if lacking:
        command = shlex.join(install_command(lacking))
        print(_("To get it: `make system`, or as root: %(command)s") % {"command": command})
        return 1
    print(_("Nothing is missing: %(names)s.") % {"names": "、".join(str(need.name) for need in needs)})
    return 0


def install(lacking: list[Need]) -> None:
    """Install the Debian packages of what is missing."""
    before, command = may_install(), install_command(lacking)
    if before is None:
        raise ZujiError(_("Neither root nor sudo here. Ask for: %(command)s") % {"command": shlex.join(command)})
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update"], command):
        print("$", shlex.join(before + step), flush=True)
        if subprocess.run(before + step, env=quiet, check=False).returncode:  # noqa: S603 - fixed words
            raise ZujiError(_("The package could not be installed; see the lines above."))
