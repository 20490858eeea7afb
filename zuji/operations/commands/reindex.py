"""`zuji reindex`: make everything findable anew, after an update or where `zuji verify` says that search differs."""

import argparse
import sys

from django.utils.translation import gettext as _

from zuji.operations.findables import reindex

HELP = "fill the search index anew from the records"
USES_TABLES = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(options: argparse.Namespace) -> int:
    """Print how many records are findable."""
    sys.stdout.write(_("Findable: %(count)s.") % {"count": reindex()} + "\n")
    return 0
