"""What the machine must have beyond Python for tests and exports, and which Debian package brings it."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


def find_chromium() -> Path | None:
    """Find the browser that the journeys drive."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((Path(found) for name in names if (found := shutil.which(name))), None)


def find_postgres() -> Path | None:
    """Find the folder with PostgreSQL's own programs (initdb, postgres), the newest where there are several."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name), reverse=True
    )
    if found := shutil.which("initdb"):
        folders.append(Path(found).parent)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def find_chinese_font() -> str | None:
    """Find a font that can show Chinese; without one, pictures of pages are rows of boxes."""
    if not (lister := shutil.which("fc-list")):
        return None
    return subprocess.run([lister, ":lang=zh-cn"], capture_output=True, text=True, check=False).stdout.strip() or None  # noqa: S603 - fixed words


def find_libreoffice() -> str | None:
    """Find LibreOffice, in which the papers must open."""
    return shutil.which("soffice")


def find_java() -> str | None:
    """Find Java, which Spark runs on."""
    return shutil.which("java")


@dataclass(frozen=True)
class Need:
    """One thing the machine must have."""

    name: str | Promise
    package: str
    reason: str | Promise
    find: Callable[[], object | None]


NEEDS = (
    Need("PostgreSQL", "postgresql", _("tests run on it as well as on SQLite"), find_postgres),
    Need("Chromium", "chromium", _("the journeys drive it"), find_chromium),
    Need(_("a Chinese font"), "fonts-noto-cjk", _("pages are looked at in the journeys"), find_chinese_font),
    Need("LibreOffice Writer", "libreoffice-writer-nogui", _("papers are opened in it"), find_libreoffice),
)
SPARK_NEEDS = (Need("Java", "default-jre-headless", _("Spark runs on it"), find_java),)


def missing(needs: Iterable[Need]) -> list[Need]:
    """Give the needs that this machine does not meet."""
    return [need for need in needs if need.find() is None]


def install_command(needs: Iterable[Need]) -> list[str]:
    """Give the command that brings what is missing on Debian."""
    return ["apt-get", "install", "--yes", "--no-install-recommends", *(need.package for need in needs)]


def may_install() -> list[str] | None:
    """Give what goes before the command so that it is allowed: nothing for root, else sudo; None without it."""
    if os.geteuid() == 0:
        return []
    return ["sudo"] if shutil.which("sudo") else None
