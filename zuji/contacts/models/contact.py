"""Contacts with members."""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zuji.contacts.models.occasion import VisitOccasion
from zuji.organizations.models import Member, OwnRecord

FORMS = ("面谈", "电话", "走访")
"""How a member is contacted, in the words of the records."""
KINDS = {
    "contact": gettext_lazy("contact"),
    "heart_talk": gettext_lazy("heart-to-heart talk"),
    "visit": gettext_lazy("visit of sympathy"),
}


class MemberContact(OwnRecord):
    """A contact of someone in office with a member: date and form, never content. The member concerned reads it.

    `topic` is a category that the branch's setting allows, none by default. `recorded_on` tells a late entry,
    `confirmed_by` who vouches for one (C1).
    """

    by_member = models.ForeignKey(Member, models.PROTECT, related_name="contacts_made")
    member = models.ForeignKey(Member, models.PROTECT, related_name="contacts")
    on = models.DateField()
    kind = models.CharField(max_length=12, choices=list(KINDS.items()), default="contact")
    form = models.CharField(max_length=20, choices=[(form, form) for form in FORMS], blank=True)
    topic = models.CharField(max_length=20, blank=True)
    occasion = models.ForeignKey(VisitOccasion, models.PROTECT, null=True, blank=True, related_name="+")
    recorded_on = models.DateField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=40, blank=True)
    entered_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "member_contact"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="member_contact_code_unique")]

    def __str__(self) -> str:
        told = {"by": self.by_member, "member": self.member}
        if self.kind == "heart_talk":
            return _("%(by)s had a talk with %(member)s") % told
        if self.kind == "visit":
            return _("%(by)s visited %(member)s") % told
        return _("%(by)s contacted %(member)s") % told
