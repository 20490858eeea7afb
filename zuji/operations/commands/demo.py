"""`zuji demo`: the demo's organizations, its year and its accounts."""

import argparse

from django.utils.translation import gettext as _

from zuji.operations.demo.accounts import demo_accounts
from zuji.operations.demo.building import build_demo

HELP = "make the demo: two branches, the year 2018, accounts for every role"
USES_TABLES = True

__all__ = ["HELP", "USES_TABLES", "add_arguments", "demo_accounts", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing: there is one demo."""


def run(options: argparse.Namespace) -> int:
    """Make what is missing and print the accounts; whoever repeats it finds everything as it was."""
    print(_("Accounts of the demo (they open on this machine only):"))
    for account in build_demo():
        print(f"  {account.username:<10} {account.password:<20} {account.name}  {account.organization} {account.role}")
    return 0
