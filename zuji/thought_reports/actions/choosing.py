"""How a branch keeps its thought reports: chosen by its director, from a day on, by a resolution."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.recording import RecordingError, refuse_absurd
from zuji.organizations.actions import set_policy
from zuji.organizations.models import Organization, PolicySetting

CONTENT_CHOICES = ("marks", "content")


@transaction.atomic
def choose_content(branch: Organization, *, value: str, from_on: date, clause: str, today: date) -> PolicySetting:
    """Put in force from a day on whether a branch keeps marks only or content, with what this rests on.

    What was handed in before stays what it is. Raises RecordingError for a day past, another value, or no ground.
    """
    refuse_absurd(from_on=from_on)
    if value not in CONTENT_CHOICES:
        raise RecordingError("value", _("Please choose one of the two."))
    if from_on < today:
        raise RecordingError("from_on", _("From today on or later; what is past stays as it was."))
    if not clause.strip():
        raise RecordingError("clause", _("Please name the clause or the resolution this rests on."))
    return set_policy(branch, key="thought_report_content", value=value, from_on=from_on, clause=clause.strip()[:120])
