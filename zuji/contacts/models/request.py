"""What a member asks of the branch, and what is answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.organizations.models import ConfidentialQuerySet, Member, OwnRecord

REQUEST_STATES = {"open": _("waiting for an answer"), "answered": _("answered"), "closed": _("settled")}


class MemberRequest(OwnRecord):
    """A request (会员诉求) of a member: read by the member and by who keeps the branch's records, by nobody above.

    Its name is its number, for the board says how it stands. The member alone says when it is settled.
    """

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    matter = models.CharField(max_length=300)
    asked_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=list(REQUEST_STATES.items()), default="open")
    closed_on = models.DateField(null=True, blank=True)
    entered_by = models.CharField(max_length=40)

    objects = ConfidentialQuerySet.as_manager()  # type: ignore[misc]  # narrower than its base, on purpose

    class Meta:
        db_table = "member_request"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="member_request_code_unique")]

    def __str__(self) -> str:
        return self.code


class RequestAnswer(models.Model):
    """An answer to a request. `is_enough` is False once the member has said “not yet”: then it is none."""

    request = models.ForeignKey(MemberRequest, models.CASCADE, related_name="answers")
    text = models.CharField(max_length=1000)
    answered_by = models.CharField(max_length=40)
    answered_on = models.DateField()
    is_enough = models.BooleanField(default=True)

    class Meta:
        db_table = "request_answer"
        ordering = ["pk"]
