"""`zuji figures`: a branch's year in figures."""

import argparse
import json
import sys
from datetime import date

from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.institutions.actions import ensure_periods
from zuji.operations.places import branch_named
from zuji.reports.figures import figures

HELP = "print the figures of a branch's year"
USES_TABLES = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--organization", required=True, help="name of the branch")
    parser.add_argument("--year", required=True, type=int)
    parser.add_argument("--as-of", type=date.fromisoformat, help="as that day saw it; default: the year as it closed")
    parser.add_argument("--format", choices=["json"], default="json")


def run(options: argparse.Namespace) -> int:
    """Print the figures; with no day given, every window of the year is taken as closed."""
    branch = branch_named(options.organization)
    if not 1945 <= options.year <= 2100:
        raise ZujiError(_("%(year)s is not a year of this ledger.") % {"year": options.year})
    ensure_periods(options.year)
    json.dump(figures(branch, options.year, as_of=options.as_of or date.max), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
    return 0
