"""The overview of half a year: typed by the director, in general terms, without a name in it (domain §10.4.7)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.recording import Recorded, RecordingError, upsert
from zuji.organizations.models import Organization
from zuji.thought_reports.models import ThoughtOverview
from zuji.thought_reports.queries.overviews import is_begun, names_in


@transaction.atomic
def write_overview(
    branch: Organization, *, half_year: str, text: str, by: str, today: date
) -> Recorded[ThoughtOverview]:
    """Write the overview of half a year, or correct it. Nothing of any report comes into it, for nothing is offered.

    Raises RecordingError for a half year to come, an empty text, or one that names somebody of the branch.
    """
    if not is_begun(half_year, today):
        raise RecordingError("half_year", _("“%(text)s” is not a half year that has begun.") % {"text": half_year[:40]})
    said = text.replace("\r\n", "\n").strip()
    if not said:
        raise RecordingError("text", _("Please write something."))
    if names := names_in(said, branch):
        raise RecordingError(
            "text", _("An overview names nobody; please leave out: %(names)s.") % {"names": "、".join(names)}
        )
    key = {"organization": branch, "half_year": half_year}
    return upsert(ThoughtOverview, key, {"text": said, "written_by": by, "written_on": today})
