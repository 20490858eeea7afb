"""What can be found: one row for each record that is searched."""

from django.db import models
from django.db.models import Q

from zuji.organizations.models import Organization

SEARCHED = frozenset(
    {
        *("info", "proposal", "meeting_minutes", "research_project", "service_activity", "lecture"),
        *("theme_activity", "plenary_speech", "journal_issue", "journal_submission"),
    }
)
"""The nouns that may be made findable. Whatever concerns one member, such as thought reports, requests, contacts and
leave, is none of them (domain §2.5, §10)."""


class SearchDocument(models.Model):
    """The words of one record. `about` refers to it, such as "proposal:12"; who may read it is its app's question.

    Its tokens stand under the same number in table search_index, which is the engine's own (`index.py`).
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    about = models.CharField(max_length=80, unique=True)
    noun = models.CharField(max_length=40)
    record_number = models.BigIntegerField()
    title = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    on = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "search_document"
        constraints = [
            models.UniqueConstraint(fields=["noun", "record_number"], name="search_document_once_a_record"),
            # A thought report belongs to two people (domain §10.4): not even a slip of code may put one here.
            models.CheckConstraint(
                condition=~Q(about__startswith="thought_report") & ~Q(noun__startswith="thought_report"),
                name="search_never_of_a_thought_report",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.about
