"""Verbs of receipts: note that a report was handed in, take the note back."""

import re
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.entries.actions import enter_for, forget_entry
from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import Quarter
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd, upsert
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on, name_of
from zuji.thought_reports.footprints import footprints_of
from zuji.thought_reports.models import ThoughtReport, ThoughtReportReceipt

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


def may_hand_in(branch: Organization, *, member: Member, quarter: Quarter, on: date) -> None:
    """Refuse a report of a quarter that has not begun, and of somebody who is not a member that day."""
    if on < quarter.first_on:
        raise RecordingError("on", _("That is before the quarter begins."))
    if not members_on(branch, on).filter(pk=member.pk).exists():
        raise ZujiError(_("%(name)s is not a member of this branch on that day.") % {"name": member})


@transaction.atomic
def tick_in(
    branch: Organization, *, member: Member, quarter: Quarter, on: date, by: Any, today: date
) -> Recorded[ThoughtReportReceipt]:
    """Note from the branch's own page that a report came in on paper; noted twice, the first day stands.

    Ticked in by anybody but the member it is an entry for another. Raises RecordingError for a day to come or before
    the quarter, ZujiError for somebody who is not a member that day.
    """
    if on > today:
        raise RecordingError("on", _("That day is still to come."))
    may_hand_in(branch, member=member, quarter=quarter, on=on)
    there = ThoughtReportReceipt.objects.of(branch).filter(member=member, quarter=quarter.key).first()
    if there is not None:
        return Recorded(there)
    recorded = record_receipt(branch, member=member, quarter=quarter.key, submitted_on=on)
    if member.user_id != by.pk:
        enter_for(recorded.record, member, organization=branch, ground="paper", by=name_of(by), on=today)
    return recorded


@transaction.atomic
def take_back(receipt: ThoughtReportReceipt) -> None:
    """Take back a tick made by mistake; its footprint is reversed and stays in the ledger.

    Raises ZujiError for the receipt of a report that the member handed in here: it stays, even once withdrawn.
    """
    if ThoughtReport.objects.filter(receipt=receipt).exists():
        raise ZujiError(_("The member handed this report in; its receipt stays."))
    sync(receipt, [])
    forget_entry(receipt)
    receipt.delete()
