"""Public lectures of a branch: who speaks, where and for whom, and what proves it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.organizations.models import Member, OwnRecord
from zuji.organizations.models.records import RecordEvent
from zuji.service.models.library import CATEGORY_NAMES, HostUnit, LectureTopic
from zuji.service.models.statuses import EVENT_STATUSES

AUDIENCES = {
    "pupils": _("pupils"),
    "parents": _("parents"),
    "teachers": _("teachers"),
    "community": _("community"),
    "company": _("company"),
}
ORGANIZERS = {"branch": _("the branch"), "committee": _("the city committee"), "joint": _("both together")}
EVIDENCE = {
    "invitation": _("invitation or notice"),
    "headcount_proof": _("sign-in sheet or proof of the headcount"),
    "photos": _("two photos or more"),
    "slides": _("slides"),
    "receipt": _("receipt of the host"),
    "press": _("press report"),
}
"""Domain §7; how many of them are asked for is the setting `lecture_evidence`."""


class Lecture(OwnRecord):
    """A public lecture. `audience_count` is a headcount; nobody in the audience is named.

    `kind` is the category as it is written in files. `host` names the unit even where no `host_unit` is kept.
    `feedback_tenths` is the average of `feedback_count` answers in tenths, so that 4.7 stays exact. `recorded_on` tells
    a late entry, `confirmed_by` who vouches for one. `revision` goes up with every change.
    """

    kind = models.CharField(max_length=40, blank=True)
    topic = models.CharField(max_length=120)
    library_topic = models.ForeignKey(LectureTopic, models.PROTECT, null=True, blank=True, related_name="lectures")
    held_on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    host = models.CharField(max_length=80, blank=True)
    host_unit = models.ForeignKey(HostUnit, models.PROTECT, null=True, blank=True, related_name="lectures")
    venue = models.CharField(max_length=80, blank=True)
    guest_speaker = models.CharField(max_length=80, blank=True)
    organizer_level = models.CharField(max_length=12, choices=list(ORGANIZERS.items()), default="branch")
    audience_kind = models.CharField(max_length=12, choices=list(AUDIENCES.items()), blank=True)
    audience_count = models.PositiveIntegerField(null=True, blank=True)
    is_estimated = models.BooleanField(default=False)
    lecture_hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    is_public_welfare = models.BooleanField(default=True)
    theme_multiparty = models.BooleanField(default=False)
    host_prepares = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=12, choices=list(EVENT_STATUSES.items()))
    cancel_reason = models.CharField(max_length=120, blank=True)
    evidence = models.JSONField(default=list, blank=True)
    has_school_consent = models.BooleanField(default=False)
    feedback_tenths = models.PositiveSmallIntegerField(null=True, blank=True)
    feedback_count = models.PositiveIntegerField(null=True, blank=True)
    press_links = models.TextField(blank=True)
    is_published = models.BooleanField(default=False)
    shows_speakers = models.BooleanField(default=False)
    recorded_on = models.DateField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=40, blank=True)
    revision = models.PositiveIntegerField(default=0)
    changed_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "lecture"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="lecture_code_unique")]

    def __str__(self) -> str:
        return self.topic

    @property
    def category(self) -> str:
        """The code of its category; "other" for words that are none."""
        return next((code for code, name in CATEGORY_NAMES.items() if name == self.kind), "other")

    @property
    def speaker_names(self) -> str:
        """Who speaks: first who leads, then the other members, then the guest."""
        names = [speaker.member.name for speaker in self.speakers.all()]
        return "、".join([*names, self.guest_speaker] if self.guest_speaker else names)

    @property
    def lead_name(self) -> str:
        """Who leads where several speak; empty where one speaks alone."""
        speakers = list(self.speakers.all())
        speaks_alone = len(speakers) + bool(self.guest_speaker) < 2
        return "" if speaks_alone or not speakers else str(speakers[0].member.name)

    @property
    def evidence_words(self) -> list[str]:
        """What proves it, in words."""
        return [str(word) for code, word in EVIDENCE.items() if code in self.evidence]

    def get_evidence_display(self) -> str:
        """What proves it, as the ledger's page of a record asks for a field's words."""
        return "、".join(self.evidence_words)

    def get_feedback_tenths_display(self) -> str:
        """The average, likewise."""
        return self.feedback

    @property
    def feedback(self) -> str:
        """The average answer, as in 4.7; empty without answers."""
        return "" if self.feedback_tenths is None else f"{self.feedback_tenths // 10}.{self.feedback_tenths % 10}"


class LectureSpeaker(models.Model):
    """A speaker of a lecture; `position` 1 is who leads."""

    lecture = models.ForeignKey(Lecture, models.CASCADE, related_name="speakers")
    member = models.ForeignKey(Member, models.PROTECT, related_name="lectures")
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        db_table = "lecture_speaker"
        constraints = [models.UniqueConstraint(fields=["lecture", "member"], name="lecture_speaker_unique")]
        ordering = ["position"]


class LectureEvent(RecordEvent):
    """One step of a lecture's life: planned, changed, held, confirmed, published, called off."""

    lecture = models.ForeignKey(Lecture, models.CASCADE, related_name="events")

    class Meta(RecordEvent.Meta):
        db_table = "lecture_event"
