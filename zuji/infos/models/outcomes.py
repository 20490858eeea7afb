"""What bodies did with an info: rows of their own, arriving any time later."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.infos.models.info import Info
from zuji.infos.models.sending import BODY_KINDS, InfoDispatch
from zuji.organizations.models import Organization

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

    `proof` is the paper that says so; a scan is attached to the info. `desk` is the committee whose desk entered it:
    empty for the branch. Passed on by a desk, `dispatch` is the sending that came of it.
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
    desk = models.ForeignKey(Organization, models.PROTECT, null=True, blank=True, related_name="+")
    dispatch = models.OneToOneField(InfoDispatch, models.CASCADE, null=True, blank=True, related_name="outcome")

    class Meta:
        db_table = "info_outcome"
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["info", "kind", "level", "body", "on"],
                condition=models.Q(dispatch__isnull=True),
                name="info_outcome_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{OUTCOME_KINDS[self.kind]} · {self.who}"

    @property
    def who(self) -> str:
        """The body that did it; passed on, to whom."""
        body = self.body or str(LEVELS[self.level])
        return f"{body} → {self.dispatch.body}" if self.dispatch else body

    @property
    def paper(self) -> str:
        """The bulletin and the paper that say so."""
        return " · ".join(part for part in (self.issue_no, self.proof) if part)
