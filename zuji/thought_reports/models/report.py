"""The report itself, sealed; the key to each, wrapped; who opened it; which keys of the installation there were."""

import uuid
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from zuji.foundation.models import Stamped
from zuji.foundation.numbers import quarter_words
from zuji.organizations.models import Member
from zuji.thought_reports.models.receipt import ThoughtReportReceipt


class ThoughtReportQuerySet(models.QuerySet[Any]):
    def readable_by(self, member: Member | None) -> Self:
        """The reports somebody wrote or is named to read: the only rows any page begins with. No post adds to them."""
        return self.filter(Q(author=member) | Q(recipient=member)) if member else self.none()

    def sealed(self) -> Self:
        """Those whose content still exists."""
        return self.filter(ciphertext__isnull=False)


class ThoughtReport(Stamped):
    """One thought report, sealed under a key of its own; nothing here can be read without it (domain §10.4).

    It names no organization: that is the receipt's, so no list of a branch can ever hold it. Withdrawn, the content
    and the key are gone and the row says so until the year is over.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    receipt = models.ForeignKey(ThoughtReportReceipt, models.PROTECT, related_name="+")
    author = models.ForeignKey(Member, models.PROTECT, related_name="+")
    recipient = models.ForeignKey(Member, models.PROTECT, related_name="+")
    quarter = models.CharField(max_length=6)
    submitted_at = models.DateTimeField()
    expires_on = models.DateField(db_index=True)
    nonce = models.BinaryField(max_length=12, null=True)
    ciphertext = models.BinaryField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = ThoughtReportQuerySet.as_manager()

    class Meta:
        db_table = "thought_report"
        ordering = ["-submitted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["receipt"], condition=Q(ciphertext__isnull=False), name="thought_report_one_sealed_a_receipt"
            ),
            models.CheckConstraint(
                condition=Q(ciphertext__isnull=False, nonce__isnull=False, withdrawn_at__isnull=True)
                | Q(ciphertext__isnull=True, nonce__isnull=True, withdrawn_at__isnull=False),
                name="thought_report_sealed_or_withdrawn",
            ),
            models.CheckConstraint(condition=~Q(author=models.F("recipient")), name="thought_report_for_another"),
        ]

    def __str__(self) -> str:
        return quarter_words(self.quarter)

    def is_open_on(self, on: date) -> bool:
        """Say whether there is content that may still be read on a day."""
        return self.ciphertext is not None and on < self.expires_on


class ThoughtReportKey(models.Model):
    """The key of one report, wrapped with a key of the installation, of which only the version is kept here."""

    report = models.OneToOneField(ThoughtReport, models.CASCADE, primary_key=True, related_name="key")
    key_version = models.PositiveIntegerField(db_index=True)
    nonce = models.BinaryField(max_length=12)
    wrapped_key = models.BinaryField()

    class Meta:
        db_table = "thought_report_key"


class AccessLog(models.Model):
    """That somebody opened a report, and when. Written before a word of it is shown; the author reads it at once."""

    report = models.ForeignKey(ThoughtReport, models.CASCADE, related_name="accesses")
    reader = models.ForeignKey(Member, models.PROTECT, related_name="+")
    read_at = models.DateTimeField()

    class Meta:
        db_table = "access_log"
        ordering = ["-read_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.reader} {self.read_at}"


class KeyVersion(models.Model):
    """Which key of the installation is in use, by a fingerprint; the keys themselves are never in the database.

    The newest row is the current one, and the lock that whoever seals or rotates takes first.
    """

    version = models.PositiveIntegerField(unique=True)
    fingerprint = models.CharField(max_length=64)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "thought_report_key_version"

    def __str__(self) -> str:
        return str(self.version)
