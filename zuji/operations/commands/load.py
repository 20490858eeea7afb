"""`zuji load`: a folder of CSV files into a branch."""

import argparse
from pathlib import Path

from zuji.operations.load.loading import load_folder
from zuji.operations.load.summary import told

HELP = "load a folder of CSV files into a branch"
USES_TABLES = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="folder with members.csv, meetings.csv …")
    parser.add_argument("--organization", required=True, help="name of the branch; it is made where there is none")
    parser.add_argument("--parent", help="name of the committee above; default: the one there is")
    parser.add_argument("--dry-run", action="store_true", help="tell what would happen and write nothing")


def run(options: argparse.Namespace) -> int:
    """Exit with 0 when every file was taken, refused rows or not; with 1 when a whole file could not be read.

    Where nothing can be loaded, load_folder raises and the dispatcher exits with 2.
    """
    load = load_folder(
        options.folder, organization=options.organization, parent=options.parent, is_dry_run=options.dry_run
    )
    for line in told(load, is_dry_run=options.dry_run):
        print(line)
    return 1 if load.troubles else 0
