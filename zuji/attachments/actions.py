"""Verbs of attachments: attach a file to a record, remove it, clear away what nothing refers to."""

import hashlib
import logging
from datetime import datetime
from functools import partial
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from zuji.attachments.contents.kinds import refused
from zuji.attachments.contents.reading import read_content
from zuji.attachments.models import Attachment, AttachmentRemoval
from zuji.attachments.names import shown_name
from zuji.attachments.permissions import can_carry_files
from zuji.attachments.storage import attachment_storage
from zuji.footprints.facts import reference_to
from zuji.foundation.recording import Recorded
from zuji.organizations.models import Organization

MOST_MEGABYTES = 10
MOST_FILES = 20
"""Of one record; who needs more has papers for several records."""
AT_A_TIME = 500

_log = logging.getLogger(__name__)


@transaction.atomic
def attach(
    record: Any, *, organization: Organization, upload: File[bytes], by: str, at: datetime
) -> Recorded[Attachment]:
    """Attach a file to a record. The same content twice on one record is one file: a double tap adds none.

    The content is on the disk before the row is, so a crash leaves at most a content that nothing refers to.
    Raises RecordingError at "file": too big, of another kind, broken, a program; too many; a record that carries none.
    """
    about = reference_to(record)
    if not can_carry_files(about):
        raise refused(_("No file can be attached here: what this is about concerns one member alone."))
    content = _read(upload)
    kind, kept = read_content(content)
    name = shown_name(upload.name or "", kind)
    sha256 = hashlib.sha256(kept).hexdigest()
    if type(record).objects.select_for_update().filter(pk=record.pk).first() is None:
        raise refused(_("The record that this file belongs to is no longer there."))
    there = Attachment.objects.filter(about=about)
    if existing := there.filter(sha256=sha256).first():
        _keep(sha256, kept)  # where the disk has lost it, sending it again brings it back
        return Recorded(existing)
    if there.count() >= MOST_FILES:
        raise refused(_("There are %(count)s files here already, which is the most.") % {"count": MOST_FILES})
    attachment = Attachment.objects.create(
        organization=organization,
        about=about,
        name=name,
        content_type=kind.content_type,
        size=len(kept),
        sha256=sha256,
        file=_keep(sha256, kept),
        added_by=by[:40],
        added_at=at,
    )
    return Recorded(attachment, is_new=True, is_changed=True)


def _read(upload: File[bytes]) -> bytes:
    limit = MOST_MEGABYTES * 1024 * 1024
    if upload.size > limit:
        raise refused(
            _("A file may have at most %(count)s MB. Please make it smaller or split it.") % {"count": MOST_MEGABYTES}
        )
    upload.seek(0)
    content: bytes = upload.read()
    return content


def _keep(sha256: str, content: bytes) -> str:
    """Write a content now, and look again once the row stands: another record's removal may have just taken it."""
    storage = attachment_storage()
    try:
        name = storage.put(sha256, content)
    except OSError as error:
        _log.exception("A content could not be written")
        raise refused(_("The file could not be kept on the disk. Please tell who runs this site.")) from error
    transaction.on_commit(partial(_keep_still, sha256, content))
    return name


def _keep_still(sha256: str, content: bytes) -> None:
    storage = attachment_storage()
    with storage.held():
        storage.put(sha256, content)


@transaction.atomic
def detach(attachment: Attachment, *, by: str) -> None:
    """Remove a file from its record; its content goes too unless another record has the same. Twice is once.

    A trace stays, without name and content: who had added what kind of file, and who removed it when.
    """
    rows = Attachment.objects.select_for_update().filter(pk=attachment.pk)
    if (current := rows.first()) is None:
        return
    AttachmentRemoval.objects.create(
        organization_id=current.organization_id,
        about=current.about,
        content_type=current.content_type,
        size=current.size,
        added_by=current.added_by,
        removed_by=by[:40],
    )
    rows.delete()
    transaction.on_commit(partial(_forget, [current.sha256]), robust=True)


@transaction.atomic
def detach_all(record: Any, *, by: str) -> None:
    """Remove every file of a record that is itself taken back."""
    for attachment in Attachment.objects.filter(about=reference_to(record)):
        detach(attachment, by=by)


def _forget(sums: list[str]) -> int:
    """Delete contents that no row refers to; say how many there were."""
    storage = attachment_storage()
    with storage.held():
        gone = set(sums).difference(Attachment.objects.filter(sha256__in=sums).values_list("sha256", flat=True))
        for sha256 in gone:
            storage.delete(storage.name_of(sha256))
    return len(gone)


def clean_files(*, before: datetime) -> int:
    """Delete contents older than `before` that no row refers to, and what a crash left half written; say how many.

    Takes: an instant a day or so ago, so that what is being attached just now is left alone.
    """
    storage = attachment_storage()
    old = [(name, name.rpartition("/")[2]) for name in storage.names_before(before)]
    half = [name for name, last in old if last.startswith(".")]
    sums = [last for _name, last in old if not last.startswith(".")]
    for name in half:
        storage.delete(name)
    return len(half) + sum(_forget(sums[at : at + AT_A_TIME]) for at in range(0, len(sums), AT_A_TIME))
