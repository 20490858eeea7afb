"""Verbs of materials: keep one, put several into a reading list, take either back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, free_code
from zuji.organizations.models import Organization
from zuji.study.models import ReadingList, StudyMaterial


@dataclass(frozen=True)
class Material:
    """What is said of a material: where it is on the web, or its text."""

    title: str
    source: str = ""
    url: str = ""
    text: str = ""


@transaction.atomic
def keep_material(organization: Organization, *, material: Material, on: date) -> Recorded[StudyMaterial]:
    """Keep a material for an organization and everybody below; the same twice is one.

    Raises RecordingError without a title, with neither address nor text, or for an address that is not on the web.
    """
    said = {name: getattr(material, name).strip() for name in ("title", "source", "url", "text")}
    if not said["title"]:
        raise RecordingError("title", _("Please give it a title."))
    if not said["url"] and not said["text"]:
        raise RecordingError("url", _("Please give an address or the text itself."))
    if said["url"] and not _is_on_the_web(said["url"]):
        raise RecordingError("url", _("An address begins with http:// or https://."))
    Organization.objects.select_for_update().get(pk=organization.pk)
    own = StudyMaterial.objects.filter(organization=organization)
    there = own.filter(**said).first()
    if there is not None:
        return Recorded(there)
    made: StudyMaterial = StudyMaterial.objects.create(
        organization=organization, code=free_code(own, f"SM{on:%Y%m%d}"), **said
    )
    return Recorded(made, is_new=True, is_changed=True)


def _is_on_the_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return url.startswith(("http://", "https://")) and bool(parts.hostname)


@transaction.atomic
def make_reading_list(
    organization: Organization, *, title: str, materials: Sequence[StudyMaterial], on: date
) -> Recorded[ReadingList]:
    """Put materials into a list; the same title twice is one list, with those of the later.

    Raises RecordingError without a title or without materials, or for what the organization does not read.
    """
    if not title.strip():
        raise RecordingError("title", _("Please give it a title."))
    numbers = {material.pk for material in materials}
    if not numbers or StudyMaterial.objects.of(organization).filter(pk__in=numbers).count() < len(numbers):
        raise RecordingError("materials", _("Please choose what is to be read."))
    Organization.objects.select_for_update().get(pk=organization.pk)
    own = ReadingList.objects.filter(organization=organization)
    there = own.filter(title=title.strip()).first()
    found = there or ReadingList.objects.create(
        organization=organization, code=free_code(own, f"RL{on:%Y%m%d}"), title=title.strip()
    )
    found.materials.set(numbers)
    return Recorded(found, is_new=there is None, is_changed=True)


@transaction.atomic
def remove_material(material: StudyMaterial) -> None:
    """Take a material back. Raises ZujiError where it stands in a reading list."""
    current = StudyMaterial.objects.select_for_update().get(pk=material.pk)
    listed = current.reading_lists.first()
    if listed is not None:
        raise ZujiError(_("It stands in the reading list “%(list)s”, so it stays.") % {"list": listed})
    current.delete()


@transaction.atomic
def remove_reading_list(reading_list: ReadingList) -> None:
    """Take a reading list back; its materials stay."""
    reading_list.delete()
