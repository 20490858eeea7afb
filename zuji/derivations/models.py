"""Which record was written from which."""

from django.db import models

from zuji.organizations.models import Organization, RecordQuerySet


class Derivation(models.Model):
    """One record made from another: research turned into a proposal, an info into a speech.

    `source` and `output` refer to records, such as "research_project:3"; `organization` is the output's.
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    source = models.CharField(max_length=80)
    output = models.CharField(max_length=80)
    added_by = models.CharField(max_length=40)
    added_on = models.DateField()

    objects = RecordQuerySet.as_manager()

    class Meta:
        db_table = "derivation"
        ordering = ["pk"]
        indexes = [models.Index(fields=["output"], name="derivation_of_output")]
        constraints = [
            models.UniqueConstraint(fields=["source", "output"], name="derivation_once"),
            models.CheckConstraint(condition=~models.Q(source=models.F("output")), name="derivation_not_of_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.source} → {self.output}"
