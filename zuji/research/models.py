"""Research projects and who took part."""

from django.db import models

from zuji.organizations.models import Member, OwnRecord


class ResearchProject(OwnRecord):
    """A piece of research. Without a report it is a trip, not research: `report_on` is what completes it."""

    title = models.CharField(max_length=160)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    is_collective = models.BooleanField(default=True)
    report_on = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "research_project"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="research_project_code_unique")]

    def __str__(self) -> str:
        return self.title


class ResearchParticipation(models.Model):
    """A member who took part."""

    project = models.ForeignKey(ResearchProject, models.CASCADE, related_name="participations")
    member = models.ForeignKey(Member, models.PROTECT, related_name="research_participations")

    class Meta:
        db_table = "research_participation"
        constraints = [models.UniqueConstraint(fields=["project", "member"], name="research_joined_once")]
