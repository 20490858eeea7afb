"""What a lecture is made from: topics that can be offered, and the units that invite."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.organizations.models import OwnRecord, SharedRecord

CATEGORIES = {
    "family_education": _("family education"),
    "career_planning": _("career planning"),
    "study_methods": _("study methods"),
    "other": _("other"),
}
CATEGORY_NAMES = {
    "family_education": "家庭教育",
    "career_planning": "职业生涯规划",
    "study_methods": "学习方法",
    "other": "其他",
}
"""How a lecture's `kind` is written, by hand and in files alike; another word stands for what it says."""


class LectureTopic(SharedRecord):
    """A topic that can be lectured on: the committee's are offered to every branch below. Slides are its files."""

    title = models.CharField(max_length=120)
    category = models.CharField(max_length=20, choices=list(CATEGORIES.items()))
    outline = models.TextField(blank=True)
    duration_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    suited_audience = models.CharField(max_length=80, blank=True)
    is_offered = models.BooleanField(default=True)

    class Meta:
        db_table = "lecture_topic"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="lecture_topic_code_unique")]

    def __str__(self) -> str:
        return self.title


class HostUnit(OwnRecord):
    """A school or other unit that hosts lectures; its contact's telephone is read by those who keep the lectures."""

    name = models.CharField(max_length=80)
    contact_person = models.CharField(max_length=40, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "host_unit"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="host_unit_code_unique")]

    def __str__(self) -> str:
        return self.name
