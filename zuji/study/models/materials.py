"""What there is to read: materials and reading lists. Nobody's reading is counted or timed; no field could hold it."""

from django.db import models
from django.db.models import Q

from zuji.organizations.models import SharedRecord


class StudyMaterial(SharedRecord):
    """A material, elsewhere on the web or as a text kept here; a committee's is read in every branch below."""

    title = models.CharField(max_length=120)
    source = models.CharField(max_length=80, blank=True)
    url = models.URLField(max_length=300, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        db_table = "study_material"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "code"], name="study_material_code_unique"),
            models.CheckConstraint(
                condition=Q(url="") | Q(url__startswith="https://") | Q(url__startswith="http://"),
                name="study_material_on_the_web",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ReadingList(SharedRecord):
    """Materials that belong together, such as those of a month."""

    title = models.CharField(max_length=80)
    materials = models.ManyToManyField(StudyMaterial, related_name="reading_lists")

    class Meta:
        db_table = "reading_list"
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="reading_list_code_unique")]

    def __str__(self) -> str:
        return self.title
