"""`zuji erase-thought-reports`: erase the thought reports that are a year old; run it every day."""

import argparse

from django.utils.translation import gettext as _

from zuji.foundation.clock import today
from zuji.thought_reports.actions import erase_expired

HELP = "erase thought reports a year after they were handed in"
USES_TABLES = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing: how long they are kept is fixed."""


def run(options: argparse.Namespace) -> int:
    """Erase what is due and say how many there were, never whose."""
    print(_("Thought reports erased: %(number)d.") % {"number": erase_expired(today())})
    return 0
