"""`zuji clean-files`: delete contents of attachments that nothing refers to."""

import argparse
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import ngettext

from zuji.attachments.actions import clean_files

HELP = "delete files on the disk that no record refers to"
USES_TABLES = True
AGE = timedelta(days=1)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(options: argparse.Namespace) -> int:
    """Leave alone what is younger than a day: it may belong to a record that is being written."""
    count = clean_files(before=timezone.now() - AGE)
    print(ngettext("%(count)d file deleted.", "%(count)d files deleted.", count) % {"count": count})
    return 0
