"""Texts that later ones are compared with, and the index that finds those worth comparing."""

from django.db import models

from zuji.organizations.models import Organization


class KnownText(models.Model):
    """A text that was sent, as it is compared. `about` refers to its record, such as "info:12".

    `letters` are its letters and figures in one writing, folded once so that no question has to fold them again.
    Who may read the record is its app's question; this table is read by the comparison only.
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    about = models.CharField(max_length=80, unique=True)
    title = models.CharField(max_length=200, blank=True)
    letters = models.TextField()

    class Meta:
        db_table = "known_text"

    def __str__(self) -> str:
        return self.title or self.about


class TextFingerprint(models.Model):
    """One fingerprint of a known text. `pool` is the text's organization, here so that one index answers alone.

    No text can be read back from it; there are about forty for a page. The key is the only index, and on SQLite the
    table itself: a second one by text would double it. So nothing cascades; the actions remove what they added.
    """

    pk = models.CompositePrimaryKey("fingerprint", "pool", "text")
    fingerprint = models.BigIntegerField()
    pool = models.BigIntegerField()
    text = models.ForeignKey(KnownText, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+")

    class Meta:
        db_table = "text_fingerprint"

    def __str__(self) -> str:
        return f"{self.fingerprint:x}"
