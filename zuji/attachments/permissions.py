"""Which records may carry files, and who may remove one."""

from typing import Any

from zuji.attachments.models import Attachment
from zuji.footprints.queries import records_of
from zuji.organizations.permissions import may

WITHOUT_FILES = ("thought_report", "member_contact", "member_request", "leave_request", "entry_for_member")
"""Nouns, by their beginning, of what concerns one member: a file is read by the whole branch."""


def can_carry_files(reference: str) -> bool:
    """Say whether files may be attached to a record, such as "meeting:12"; never to a thought report."""
    return not reference.startswith(WITHOUT_FILES)


def can_read_attachment(user: Any, attachment: Attachment) -> bool:
    """A file is read by the branch, unless its record's text is read by fewer (`readable_by`): then by those."""
    record = records_of([attachment.about]).get(attachment.about)
    if record is None or not hasattr(type(record).objects, "readable_by"):
        return True
    return bool(type(record).objects.readable_by(user).filter(pk=record.pk).exists())


def can_remove_attachment(user: Any, attachment: Attachment) -> bool:
    """Files are removed by those who keep the records."""
    return may(user, "record_work", attachment.organization)
