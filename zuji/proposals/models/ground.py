"""不予立案的理由: what an organization adds to the published grounds, and which it ends; nothing is deleted."""

from django.db import models

from zuji.organizations.models import SharedRecord


class FilingGround(SharedRecord):
    """A ground for not filing, for an organization and all below it, from a day until another.

    With the `code` of a shipped ground, or of one from above, it stands in its place: that is how those end. What a
    ground says never changes, since papers refer to it; other words are another ground.
    """

    label = models.CharField(max_length=60)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=120)
    set_by = models.CharField(max_length=40, blank=True)
    end_source = models.CharField(max_length=120, blank=True)
    ended_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "filing_ground"
        constraints = [
            models.UniqueConstraint(fields=["organization", "code"], name="filing_ground_code_unique"),
            models.CheckConstraint(
                condition=models.Q(until_on__isnull=True) | models.Q(until_on__gt=models.F("from_on")),
                name="filing_ground_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.label
