"""What was entered for a member by somebody else, and whether the member agrees."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.organizations.models import ConfidentialQuerySet, Member, Organization

GROUNDS = {"phone": _("by phone"), "paper": _("on paper"), "in_person": _("in person")}
"""On what ground somebody enters for another."""
ANSWERS = {"confirmed": _("confirmed"), "objected": _("objected to")}


class EntryForMember(models.Model):
    """One record that somebody else entered for a member. Both names are kept; the member may agree or object.

    `about` refers to the record, such as "leave_request:12". An objection is answered in writing by who keeps the
    records; the record itself is corrected where it stands. `revision` goes up when it is entered anew, so that a page
    opened before can tell that it is stale.
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="entries_for")
    about = models.CharField(max_length=80, unique=True)
    ground = models.CharField(max_length=12, choices=list(GROUNDS.items()))
    entered_by = models.CharField(max_length=40)
    entered_on = models.DateField()
    answer = models.CharField(max_length=10, choices=list(ANSWERS.items()), blank=True)
    answered_on = models.DateField(null=True, blank=True)
    objection = models.CharField(max_length=300, blank=True)
    reply = models.CharField(max_length=300, blank=True)
    replied_by = models.CharField(max_length=40, blank=True)
    replied_on = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    objects = ConfidentialQuerySet.as_manager()

    class Meta:
        db_table = "entry_for_member"
        ordering = ["-entered_on", "-pk"]

    def __str__(self) -> str:
        return str(self.member)
