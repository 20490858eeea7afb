"""`zuji verify`: does everything derived follow from what it rests on?"""

import argparse
import sys

from django.utils.translation import gettext as _

from zuji.operations.verification import differences

HELP = "recompute duties, footprints, standings and fingerprints, and name the first difference"
USES_TABLES = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="name every difference, not only the first")


def run(options: argparse.Namespace) -> int:
    """Exit with 0 when all follows, with 1 at the first difference."""
    found = 0
    for sentence in differences():
        sys.stdout.write(sentence + "\n")
        found += 1
        if not options.all:
            break
    if not found:
        sys.stdout.write(_("Everything follows: texts, duties, footprints, standings, fingerprints.") + "\n")
    return 1 if found else 0
