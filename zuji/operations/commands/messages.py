"""`zuji messages`: gather what the code and the templates say into the catalogue to translate."""

import argparse

from django.utils.translation import gettext as _

from zuji.operations.translations import CATALOGUE, PACKAGE, compile_catalogue, gather, merge, problems

HELP = "gather the messages to translate; --check says what is not translated"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="change nothing; exit with 1 unless all is translated")


def run(options: argparse.Namespace) -> int:
    """Write the catalogue, or check it."""
    messages = gather()
    if options.check:
        found = problems(messages)
        print("\n".join(found) or _("All %(count)d messages are translated.") % {"count": len(messages)})
        return 1 if found else 0
    lacking = merge(messages)
    compile_catalogue()
    print(
        _("%(count)d messages in %(file)s, %(lacking)d to translate.")
        % {"count": len(messages), "file": CATALOGUE.relative_to(PACKAGE.parent), "lacking": lacking}
    )
    return 0
