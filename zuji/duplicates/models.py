"""Texts that later ones are compared with."""

from django.db import models

from zuji.organizations.models import Organization


class KnownText(models.Model):
    """A text that was sent, as it is compared. `about` refers to its record, such as "info:12".

    Who may read the record is its app's question; this table is read by the comparison only.
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    about = models.CharField(max_length=80, unique=True)
    title = models.CharField(max_length=200, blank=True)
    body = models.TextField()

    class Meta:
        db_table = "known_text"

    def __str__(self) -> str:
        return self.title or self.about
