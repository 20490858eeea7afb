"""Texts that later ones are compared with, and the index that finds those worth comparing."""

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


class TextFingerprint(models.Model):
    """One fingerprint of a known text. `pool` is the text's organization, here so that one index answers alone.

    No text can be read back from it; there are about thirty for a page.
    """

    pk = models.CompositePrimaryKey("fingerprint", "pool", "text")
    fingerprint = models.BigIntegerField()
    pool = models.BigIntegerField()
    text = models.ForeignKey(KnownText, models.CASCADE, related_name="fingerprints")

    class Meta:
        db_table = "text_fingerprint"

    def __str__(self) -> str:
        return f"{self.fingerprint:x}"
