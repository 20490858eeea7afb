"""What research became, where that is no record of another app: speeches, papers, articles."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zuji.foundation.models import Stamped
from zuji.organizations.models import Member, OwnRecord
from zuji.organizations.models.records import RecordEvent
from zuji.research.models.project import ResearchProject

SPEECH_FORMS = {"oral": _("oral"), "written": _("written")}
SPEECH_LEVELS = {"county": _("county"), "city": _("city"), "province": _("province"), "national": _("national")}
SPEECH_WORDS = {
    "title": _("Title"),
    "form": _("Form"),
    "body": _("To which body"),
    "level": _("Level"),
    "on": _("Day"),
    "speaker": pgettext_lazy("of a speech", "Speaker"),
    "text": _("Text"),
}
SPEECH_EVENTS = {"entered": _("Entered"), "changed": _("Changed")}
CONVERSION_KINDS = {
    "consultation": _("policy consultation suggestion"),
    "paper": _("paper"),
    "article": _("article"),
}


class PlenarySpeech(OwnRecord):
    """大会发言: a speech to a plenary, spoken or in writing."""

    title = models.CharField(max_length=160)
    form = models.CharField(max_length=8, choices=list(SPEECH_FORMS.items()))
    body = models.CharField(max_length=80)
    level = models.CharField(max_length=8, choices=list(SPEECH_LEVELS.items()))
    on = models.DateField()
    speaker = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField(blank=True)
    changed_by = models.CharField(max_length=40, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "plenary_speech"
        constraints = [
            models.UniqueConstraint(fields=["organization", "code"], name="plenary_speech_code_unique"),
            models.UniqueConstraint(fields=["organization", "on", "title"], name="plenary_speech_once"),
        ]

    def __str__(self) -> str:
        return self.title


class SpeechEvent(RecordEvent):
    """One step of a speech: entered, or changed; `reason` then says what stood there before."""

    speech = models.ForeignKey(PlenarySpeech, models.CASCADE, related_name="events")

    class Meta(RecordEvent.Meta):
        db_table = "plenary_speech_event"

    def __str__(self) -> str:
        return str(self.word)

    @property
    def word(self) -> object:
        """What happened, in the reader's words."""
        return SPEECH_EVENTS[self.what]


class ResearchConversion(Stamped):
    """An output of research that is no record here."""

    project = models.ForeignKey(ResearchProject, models.CASCADE, related_name="conversions")
    kind = models.CharField(max_length=16, choices=list(CONVERSION_KINDS.items()))
    title = models.CharField(max_length=160)
    on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    added_by = models.CharField(max_length=40)

    class Meta:
        db_table = "research_conversion"
        ordering = ["on", "pk"]
        constraints = [models.UniqueConstraint(fields=["project", "kind", "title"], name="research_conversion_once")]

    def __str__(self) -> str:
        return self.title
