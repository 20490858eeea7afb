"""Topics that a committee or a branch asks for (约稿)."""

from django.db import models

from zuji.organizations.models import SharedRecord


class CommissionedTopic(SharedRecord):
    """A topic somebody above wants to hear about, by a day; an info may answer it."""

    title = models.CharField(max_length=120)
    wanted = models.TextField(blank=True)
    due_on = models.DateField(null=True, blank=True)
    asked_by = models.CharField(max_length=40)
    asked_on = models.DateField()

    class Meta:
        db_table = "commissioned_topic"
        ordering = ["-asked_on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="commissioned_topic_code_unique")]

    def __str__(self) -> str:
        return self.title
