"""Where an info was sent, and what was found like it before it was."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.infos.models.info import Info
from zuji.infos.models.text import InfoWords
from zuji.organizations.models import Organization

BODY_KINDS = {
    "capd": _("CAPD organization"),
    "cppcc": _("CPPCC"),
    "ufwd": _("United Front Work Department"),
    "party_office": _("CPC committee office"),
    "government_office": _("government office"),
    "npc": _("people’s congress"),
    "department": _("department"),
}


class SentText(InfoWords):
    """The words of an info as they were sent: what a desk reads, whatever its author changes afterwards."""

    info = models.ForeignKey(Info, models.CASCADE, related_name="sent_texts")

    class Meta:
        db_table = "info_sent_text"
        ordering = ["pk"]


class InfoDispatch(models.Model):
    """One sending of an info to one body. `organization` is the body where it is a node of the tree: its desk reads it.

    The same text to two bodies is one info with two dispatches. `from_body` is who passed it on: empty for the branch.
    `sent_text` is what came to the body; one that came before these were kept has none.
    """

    info = models.ForeignKey(Info, models.CASCADE, related_name="dispatches")
    body = models.CharField(max_length=80)
    body_kind = models.CharField(max_length=20, choices=list(BODY_KINDS.items()))
    organization = models.ForeignKey(Organization, models.PROTECT, null=True, blank=True, related_name="+")
    channel = models.CharField(max_length=40, blank=True)
    is_direct = models.BooleanField(default=False)
    from_body = models.CharField(max_length=80, blank=True)
    on = models.DateField()
    by = models.CharField(max_length=40)
    sent_text = models.ForeignKey(SentText, models.RESTRICT, null=True, blank=True, related_name="dispatches")

    class Meta:
        db_table = "info_dispatch"
        ordering = ["on", "pk"]
        constraints = [models.UniqueConstraint(fields=["info", "body", "on"], name="info_dispatch_once_a_day")]

    def __str__(self) -> str:
        return self.body


class DuplicateCheck(models.Model):
    """What 查重 found before a sending, and why it was sent all the same. `against` refers to the other record."""

    info = models.ForeignKey(Info, models.CASCADE, related_name="duplicate_checks")
    against = models.CharField(max_length=80)
    percent = models.PositiveSmallIntegerField()
    verdict = models.CharField(max_length=16)
    reason = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    by = models.CharField(max_length=40)

    class Meta:
        db_table = "duplicate_check"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.against
