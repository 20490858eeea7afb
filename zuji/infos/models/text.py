"""The words of an info: title, situation, reasons, suggestions."""

from django.db import models


class InfoWords(models.Model):
    """What an info says, as its author has it now and as it was sent."""

    title = models.CharField(max_length=160)
    situation = models.TextField(blank=True)
    analysis = models.TextField(blank=True)
    suggestions = models.TextField(blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    @property
    def text(self) -> str:
        """The parts in order, as they are sent."""
        return "\n\n".join(part for part in (self.situation, self.analysis, self.suggestions) if part)

    @property
    def words(self) -> int:
        """How many characters it has, spaces apart."""
        return len("".join(self.text.split()))
