"""Making an installation ready: its folder, translations, tables and static files. Safe to repeat."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from zuji.operations.translations import compile_catalogue


def make_ready() -> None:
    """Bring the installation to the state of this code."""
    Path(settings.HOME).mkdir(mode=0o700, parents=True, exist_ok=True)
    compile_catalogue()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
