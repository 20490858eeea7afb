"""Reads of attachments: of many records at once."""

from collections.abc import Iterable
from typing import TypeVar

from zuji.attachments.models import Attachment, AttachmentRemoval, FileOfRecord

Row = TypeVar("Row", bound=FileOfRecord)


def attachments_of(references: Iterable[str]) -> dict[str, list[Attachment]]:
    """Give the files of records such as "meeting:12", oldest first, in one query; none is an empty list.

    Takes: references of records that the reader may see.
    """
    wanted = list(references)
    return _by_reference(wanted, Attachment.objects.filter(about__in=wanted))


def removals_of(references: Iterable[str]) -> dict[str, list[AttachmentRemoval]]:
    """Give what was removed from records, oldest first, in one query."""
    wanted = list(references)
    return _by_reference(wanted, AttachmentRemoval.objects.filter(about__in=wanted))


def _by_reference(wanted: list[str], rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {reference: [] for reference in wanted}
    for row in rows:
        found[row.about].append(row)
    return found
