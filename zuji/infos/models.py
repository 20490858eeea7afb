"""社情民意信息 and their outcomes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.organizations.models import Member, OwnRecord

LEVELS = {"county": _("county"), "city": _("city"), "province": _("province"), "national": _("national")}
OUTCOME_KINDS = {
    "adopted": _("adopted"),
    "merged_adopted": _("adopted in a digest"),
    "forwarded": _("forwarded"),
    "instructed": _("instructed"),
    "replied": _("replied"),
}


class Info(OwnRecord):
    """A piece of public opinion. `submitted_at` is an instant; its Shanghai date decides the month (C16).

    Without a member it is the branch's own.
    """

    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="infos")
    title = models.CharField(max_length=160)
    submitted_at = models.DateTimeField()
    channel = models.CharField(max_length=40, blank=True)
    duplicate_of = models.CharField(max_length=40, blank=True)
    recorded_on = models.DateField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "info"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="info_code_unique")]

    def __str__(self) -> str:
        return self.title


class InfoOutcome(models.Model):
    """What a body did with an info. `on` stays empty where the source states no date."""

    info = models.ForeignKey(Info, models.CASCADE, related_name="outcomes")
    kind = models.CharField(max_length=16, choices=list(OUTCOME_KINDS.items()))
    level = models.CharField(max_length=10, choices=list(LEVELS.items()))
    body = models.CharField(max_length=80, blank=True)
    on = models.DateField(null=True, blank=True)
    issue_no = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "info_outcome"
        constraints = [
            models.UniqueConstraint(fields=["info", "kind", "level", "body"], name="info_outcome_unique"),
        ]
