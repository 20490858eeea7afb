"""`zuji compile-messages`: make the binary translations that Django reads."""

import argparse

from django.utils.translation import gettext as _

from zuji.operations.translations import compile_catalogue

HELP = "compile the translations, where they changed"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(options: argparse.Namespace) -> int:
    """Compile first, then speak: the sentence may be one of the new ones."""
    made = compile_catalogue()
    print(_("The translations are compiled.") if made else _("The translations were up to date."))
    return 0
