"""Verbs of thought reports: note that one was handed in."""

import re
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.footprints.actions import sync
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd, upsert
from zuji.organizations.models import Member, Organization
from zuji.thought_reports.footprints import footprints_of
from zuji.thought_reports.models import ThoughtReportReceipt

QUARTER = re.compile(r"(19|20)\d\dQ[1-4]", re.ASCII)


@transaction.atomic
def record_receipt(
    organization: Organization, *, member: Member | int, quarter: str, submitted_on: date
) -> Recorded[ThoughtReportReceipt]:
    """Note that a member handed in the report of a quarter, and nothing of what it says (domain §10.4)."""
    refuse_absurd(submitted_on=submitted_on)
    if not QUARTER.fullmatch(quarter):
        raise RecordingError("quarter", _("“%(text)s” is not a quarter such as 2018Q1.") % {"text": quarter[:40]})
    number = member if isinstance(member, int) else member.pk
    key = {"organization": organization, "member_id": number, "quarter": quarter}
    recorded = upsert(ThoughtReportReceipt, key, {"submitted_on": submitted_on})
    if recorded.is_changed:
        sync(recorded.record, footprints_of(recorded.record))
    return recorded
