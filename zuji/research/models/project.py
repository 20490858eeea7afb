"""Research projects, the steps of their lives, and who took part."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zuji.organizations.models import Member, OwnRecord
from zuji.organizations.models.records import RecordEvent

STATES = {
    "topic": pgettext_lazy("of research", "topic chosen"),
    "planned": pgettext_lazy("of research", "plan filed"),
    "under_way": pgettext_lazy("of research", "under way"),
    "reported": pgettext_lazy("of research", "report signed off"),
    "closed": pgettext_lazy("of research", "closed"),
    "called_off": pgettext_lazy("of research", "called off"),
}

EVENTS = {
    "chosen": _("Topic chosen"),
    "plan_filed": _("Plan filed"),
    "letter_sent": _("Letter sent"),
    "begun": _("First stop"),
    "signed_off": _("Report signed off"),
    "sign_off_taken_back": _("Sign-off taken back"),
    "closed": _("Closed"),
    "called_off": _("Called off"),
}


class ResearchProject(OwnRecord):
    """A piece of research. Without a report it is a trip, not research: `report_on` is what completes it.

    A project that was loaded has no days of its earlier steps; it is under way, or reported once `report_on` is known.
    """

    title = models.CharField(max_length=160)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    is_collective = models.BooleanField(default=True)
    report_on = models.DateField(null=True, blank=True)
    guests = models.CharField(max_length=400, blank=True)
    chosen_on = models.DateField(null=True, blank=True)
    plan_filed_on = models.DateField(null=True, blank=True)
    begun_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    called_off_on = models.DateField(null=True, blank=True)
    cancel_reason = models.CharField(max_length=300, blank=True)
    changed_by = models.CharField(max_length=40, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "research_project"
        constraints = [
            models.UniqueConstraint(fields=["organization", "code"], name="research_project_code_unique"),
            models.CheckConstraint(
                condition=models.Q(called_off_on__isnull=True) | models.Q(report_on__isnull=True),
                name="research_called_off_has_no_report",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> str:
        """How far it is, from the days of its steps."""
        if self.called_off_on:
            return "called_off"
        if self.closed_on:
            return "closed"
        if self.report_on:
            return "reported"
        if self.begun_on or not self.chosen_on:
            return "under_way"
        return "planned" if self.plan_filed_on else "topic"

    @property
    def state_word(self) -> object:
        """The state in the reader's words."""
        return STATES[self.state]

    @property
    def is_open(self) -> bool:
        """Say whether it may still be changed: not signed off, not called off."""
        return self.state in ("topic", "planned", "under_way")


class ResearchParticipation(models.Model):
    """A member who took part."""

    project = models.ForeignKey(ResearchProject, models.CASCADE, related_name="participations")
    member = models.ForeignKey(Member, models.PROTECT, related_name="research_participations")

    class Meta:
        db_table = "research_participation"
        constraints = [models.UniqueConstraint(fields=["project", "member"], name="research_joined_once")]


class ResearchEvent(RecordEvent):
    """One step of a project: chosen, filed, signed off, taken back, called off."""

    project = models.ForeignKey(ResearchProject, models.CASCADE, related_name="events")

    class Meta(RecordEvent.Meta):
        db_table = "research_event"

    def __str__(self) -> str:
        return str(self.word)

    @property
    def word(self) -> object:
        """What happened, in the reader's words."""
        return EVENTS[self.what]
