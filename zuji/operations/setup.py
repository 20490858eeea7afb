"""Making an installation ready: its folder, translations, tables and static files. Safe to repeat."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.operations.translations import compile_catalogue


def ensure_tables() -> None:
    """Make the tables of an installation that has none yet. Raises ZujiError where they are of an older state."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if executor.loader.applied_migrations:
        raise ZujiError(_("The tables are of an older version of Zuji. Bring them up to date first: zuji migrate"))
    call_command("migrate", interactive=False, verbosity=0)


def make_ready() -> None:
    """Bring the installation to the state of this code."""
    Path(settings.HOME).mkdir(mode=0o700, parents=True, exist_ok=True)
    compile_catalogue()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
