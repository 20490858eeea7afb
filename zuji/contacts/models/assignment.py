"""Who contacts whom."""

from datetime import date

from django.db import models

from zuji.organizations.models import Member, Organization, RecordQuerySet
from zuji.organizations.models.people import Span


class ContactAssignment(Span):
    """That somebody in office keeps in touch with a member, from a day on; it ends with the office (see queries)."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    by_member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    entered_by = models.CharField(max_length=40)
    entered_on = models.DateField()

    objects = RecordQuerySet.as_manager()

    class Meta:
        db_table = "contact_assignment"
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "member"],
                condition=models.Q(until_on=date.max),
                name="contact_assignment_open_once",
            ),
            models.CheckConstraint(
                condition=models.Q(until_on__gt=models.F("from_on")), name="contact_assignment_ends_after_it_began"
            ),
        ]
