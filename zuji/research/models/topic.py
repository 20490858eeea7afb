"""选题征集: what members think should be looked into."""

from django.db import models

from zuji.foundation.models import Stamped
from zuji.organizations.models import Member, Organization, RecordQuerySet
from zuji.research.models.project import ResearchProject


class ResearchTopic(Stamped):
    """A topic that a member suggests; `project` is what the committee made of it."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    title = models.CharField(max_length=160)
    why = models.TextField(blank=True)
    suggested_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    suggested_on = models.DateField()
    project = models.OneToOneField(ResearchProject, models.PROTECT, null=True, blank=True, related_name="topic")

    objects = RecordQuerySet.as_manager()

    class Meta:
        db_table = "research_topic"
        ordering = ["-suggested_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "title", "suggested_by"], name="research_topic_suggested_once"
            )
        ]

    def __str__(self) -> str:
        return self.title
