"""`zuji migrate`: bring tables, static files and translations to the state of this code."""

import argparse

from django.utils.translation import gettext as _

from zuji.operations.setup import make_ready

HELP = "bring tables, static files and translations up to date"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(options: argparse.Namespace) -> int:
    """Do it and say so."""
    make_ready()
    print(_("Tables, static files and translations are up to date."))
    return 0
