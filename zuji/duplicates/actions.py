"""Verbs of 查重: remember a text that was sent, forget one that was withdrawn."""

from typing import Any

from django.db import transaction

from zuji.duplicates.fingerprints import fingerprints_of
from zuji.duplicates.likeness import letters_of
from zuji.duplicates.models import KnownText, TextFingerprint
from zuji.footprints.facts import reference_to


@transaction.atomic
def remember_text(record: Any, *, organization_id: int, title: str, body: str) -> None:
    """Remember the text of a record that was sent, so that later ones are compared with it.

    Said again, it replaces what was remembered, fingerprints too.
    """
    about = reference_to(record)
    _take_out_of_the_index(about)
    fields = {"organization_id": organization_id, "title": title[:200], "letters": letters_of(body)}
    known, _is_new = KnownText.objects.update_or_create(about=about, defaults=fields)
    TextFingerprint.objects.bulk_create(
        TextFingerprint(fingerprint=fingerprint, pool=organization_id, text=known)
        for fingerprint in fingerprints_of(known.letters)
    )


@transaction.atomic
def forget_text(record: Any) -> None:
    """Forget the text of a record that was withdrawn."""
    about = reference_to(record)
    _take_out_of_the_index(about)
    KnownText.objects.filter(about=about).delete()


def _take_out_of_the_index(about: str) -> None:
    for known in KnownText.objects.select_for_update().filter(about=about):
        fingerprints = fingerprints_of(known.letters)
        rows = TextFingerprint.objects.filter(fingerprint__in=fingerprints, pool=known.organization_id, text=known)
        rows.delete()
