"""Files attached to records, and the trace of those that were removed."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zuji.attachments.contents.kinds import BY_CONTENT_TYPE
from zuji.attachments.storage import attachment_storage
from zuji.organizations.models import Organization, RecordQuerySet


class FileOfRecord(models.Model):
    """What an attachment and its trace both say. `about` refers to the record, such as "meeting:12"."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    about = models.CharField(max_length=80)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    added_by = models.CharField(max_length=40)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def kind(self) -> Any:
        """What sort of file it is, in the reader's language."""
        known = BY_CONTENT_TYPE.get(self.content_type)
        return known.label if known else _("file")


class Attachment(FileOfRecord):
    """A file attached to a record: the name is for people, the content is known by its sum."""

    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    file = models.FileField(storage=attachment_storage, max_length=80)
    added_at = models.DateTimeField()

    class Meta:
        db_table = "attachment"
        ordering = ["added_at", "pk"]
        indexes = [models.Index(fields=["sha256"], name="attachment_content")]
        constraints = [
            models.UniqueConstraint(fields=["about", "sha256"], name="attachment_once_a_record"),
            # A thought report belongs to two people (domain §10.4): not even a slip of code may hang a file on one.
            models.CheckConstraint(
                condition=~Q(about__startswith="thought_report"), name="attachment_never_of_a_thought_report"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AttachmentRemoval(FileOfRecord):
    """That a file was removed from a record, by whom and when. Its name and content are gone with it."""

    removed_by = models.CharField(max_length=40)
    removed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "attachment_removal"
        ordering = ["removed_at", "pk"]

    def __str__(self) -> str:
        return str(self.kind)
