"""What can be found: one row for each record that is searched."""

from django.db import models
from django.db.models import Q

from zuji.organizations.models import Organization


class SearchDocument(models.Model):
    """The words of one record. `about` refers to it, such as "proposal:12"; who may read it is its app's question."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    about = models.CharField(max_length=80, unique=True)
    title = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    on = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "search_document"
        constraints = [
            # A thought report belongs to two people (domain §10.4): not even a slip of code may put one here.
            models.CheckConstraint(
                condition=~Q(about__startswith="thought_report"), name="search_never_of_a_thought_report"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.about
