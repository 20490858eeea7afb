"""The receipt: that a report was handed in, and when."""

from django.db import models

from zuji.foundation.models import Stamped
from zuji.foundation.numbers import quarter_words
from zuji.organizations.models import Member, Organization, RecordQuerySet


class ThoughtReportReceipt(Stamped):
    """That a member handed in a thought report for a quarter, and when. No field holds what it says (domain §10.4)."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="thought_report_receipts")
    quarter = models.CharField(max_length=6)
    submitted_on = models.DateField()

    objects = RecordQuerySet.as_manager()

    class Meta:
        db_table = "thought_report_receipt"
        constraints = [
            models.UniqueConstraint(fields=["organization", "member", "quarter"], name="thought_report_once_a_quarter")
        ]

    def __str__(self) -> str:
        return quarter_words(self.quarter)

    @property
    def code(self) -> str:
        """The number by which papers name this receipt."""
        return f"{self.quarter}/{self.member.member_no}"
