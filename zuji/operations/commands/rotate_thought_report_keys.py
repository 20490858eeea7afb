"""`zuji rotate-thought-report-keys`: a new key for the keys of thought reports; the old one is destroyed."""

import argparse

from django.utils.translation import gettext as _

from zuji.thought_reports.actions import rotate_keys

HELP = "wrap the keys of thought reports under a new key and destroy the old one"
USES_TABLES = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--keep-old", action="store_true", help="leave the old key in the file; the next run destroys it"
    )


def run(options: argparse.Namespace) -> int:
    """Rotate and say what was done; exit with 1 when some report could not be opened and keeps its old key."""
    done = rotate_keys(is_old_kept=options.keep_old)
    print(
        _("Key %(version)d is in use; reports moved to it: %(moved)d.") % {"version": done.version, "moved": done.moved}
    )
    if done.destroyed:
        numbers = ", ".join(map(str, done.destroyed))
        print(_("Destroyed: key %(versions)s. Back up the database and the key file anew.") % {"versions": numbers})
    if done.unopened:
        print(_("Reports that could not be opened: %(number)d. Their old key stays.") % {"number": done.unopened})
    return 1 if done.unopened else 0
