"""Contacts with members."""

from django.db import models
from django.utils.translation import gettext as _

from zuji.organizations.models import Member, OwnRecord

FORMS = ("面谈", "电话", "走访")
"""How a member is contacted, in the words of the records."""


class MemberContact(OwnRecord):
    """A contact of someone in office with a member: date and form, never content. The member concerned reads it."""

    by_member = models.ForeignKey(Member, models.PROTECT, related_name="contacts_made")
    member = models.ForeignKey(Member, models.PROTECT, related_name="contacts")
    on = models.DateField()
    form = models.CharField(max_length=20)

    class Meta:
        db_table = "member_contact"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="member_contact_code_unique")]

    def __str__(self) -> str:
        return _("%(by)s contacted %(member)s") % {"by": self.by_member, "member": self.member}
