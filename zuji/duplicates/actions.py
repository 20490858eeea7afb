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
    fields = {"organization_id": organization_id, "title": title[:200], "body": body}
    known, is_new = KnownText.objects.update_or_create(about=reference_to(record), defaults=fields)
    if not is_new:
        TextFingerprint.objects.filter(text=known).delete()
    TextFingerprint.objects.bulk_create(
        TextFingerprint(fingerprint=fingerprint, pool=organization_id, text=known)
        for fingerprint in fingerprints_of(letters_of(body))
    )


@transaction.atomic
def forget_text(record: Any) -> None:
    """Forget the text of a record that was withdrawn."""
    KnownText.objects.filter(about=reference_to(record)).delete()
