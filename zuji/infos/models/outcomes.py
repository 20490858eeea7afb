"""What bodies did with an info: rows of their own, arriving any time later."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.infos.models.info import Info
from zuji.infos.models.sending import BODY_KINDS

LEVELS = {"county": _("county"), "city": _("city"), "province": _("province"), "national": _("national")}
OUTCOME_KINDS = {
    "adopted": _("adopted"),
    "merged_adopted": _("adopted in a digest"),
    "forwarded": _("forwarded"),
    "instructed": _("instructed"),
    "replied": _("replied"),
}


class InfoOutcome(models.Model):
    """What a body did with an info. `on` stays empty where the source states no date.

    `proof` is the paper that says so; a scan is attached to the info.
    """

    info = models.ForeignKey(Info, models.CASCADE, related_name="outcomes")
    kind = models.CharField(max_length=16, choices=list(OUTCOME_KINDS.items()))
    level = models.CharField(max_length=10, choices=list(LEVELS.items()))
    body = models.CharField(max_length=80, blank=True)
    body_kind = models.CharField(max_length=20, choices=list(BODY_KINDS.items()), blank=True)
    on = models.DateField(null=True, blank=True)
    issue_no = models.CharField(max_length=40, blank=True)
    proof = models.CharField(max_length=120, blank=True)
    entered_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "info_outcome"
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["info", "kind", "level", "body", "on"], name="info_outcome_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{OUTCOME_KINDS[self.kind]} · {self.body or LEVELS[self.level]}"

    @property
    def paper(self) -> str:
        """The bulletin and the paper that say so."""
        return " · ".join(part for part in (self.issue_no, self.proof) if part)
