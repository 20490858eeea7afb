"""What calls for a visit."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.organizations.models import ConfidentialQuerySet, Member, OwnRecord

OCCASIONS = {
    "illness": _("illness"),
    "hardship": _("hardship"),
    "retirement": _("retirement"),
    "major_event": _("a great change in life"),
}


class VisitOccasion(OwnRecord):
    """That a member is to be visited, since when it is known and by when (CON-3); no word of what happened.

    Its name is its number: boards and lists that everybody reads say neither who nor why. `declined_on`: the member
    did not wish to be visited; nobody asks why.
    """

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    occasion = models.CharField(max_length=12, choices=list(OCCASIONS.items()))
    learned_on = models.DateField()
    due_on = models.DateField()
    declined_on = models.DateField(null=True, blank=True)
    entered_by = models.CharField(max_length=40)

    objects = ConfidentialQuerySet.as_manager()  # type: ignore[misc]  # narrower than its base, on purpose

    class Meta:
        db_table = "visit_occasion"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="visit_occasion_code_unique")]

    def __str__(self) -> str:
        return self.code
