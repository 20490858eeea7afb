"""Verbs of sealed reports: hand in, read, withdraw, erase. Nothing else opens one, and nothing is made of the text."""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from zuji.entries.actions import forget_entry
from zuji.foundation.clock import local_date
from zuji.foundation.errors import ZujiError
from zuji.foundation.numbers import day
from zuji.foundation.periods import Quarter
from zuji.foundation.recording import RecordingError
from zuji.organizations.models import Member, Organization
from zuji.thought_reports.actions.keys import open_sealed, seal_into
from zuji.thought_reports.actions.receipts import may_hand_in, record_receipt
from zuji.thought_reports.models import AccessLog, ThoughtReport, ThoughtReportKey, ThoughtReportReceipt
from zuji.thought_reports.permissions import is_content_kept
from zuji.thought_reports.queries.reports import recipients_for, standing_report
from zuji.thought_reports.sealing import SealError

LONGEST = 5000
"""How many letters a report may have."""


class NoSuchReport(ZujiError):  # noqa: N818 - what is said to whoever is neither author nor recipient, and no error
    """There is no such report for this reader."""


@dataclass(frozen=True)
class Opened:
    """A report and what it says. The text is in no field, and in no sentence that a program writes of this."""

    report: ThoughtReport
    text: str = field(repr=False)


@sensitive_variables()
@transaction.atomic
def hand_in_report(
    branch: Organization, *, author: Member, recipient: Member, quarter: Quarter, text: str, at: datetime
) -> ThoughtReport:
    """Seal a report for one recipient and note its receipt; 无 is a report too (domain §10.4).

    One report of a quarter stands at a time: another is refused until the first is withdrawn, and then the receipt
    keeps its first day. What has grown older than a year is erased on the way.

    Raises RecordingError (recipient, text) and ZujiError with a sentence for the author.
    """
    on = local_date(at)
    if not is_content_kept(branch, on):
        raise ZujiError(_("This branch does not keep what reports say."))
    may_hand_in(branch, member=author, quarter=quarter, on=on)
    said = _clean(text)
    if recipient not in recipients_for(author, branch, on):
        raise RecordingError("recipient", _("%(name)s does not receive reports any more.") % {"name": recipient})
    _refuse_second(standing_report(author, branch, quarter.key))
    erase_expired(on)
    report = ThoughtReport(
        receipt=_receipt(branch, author, quarter, on),
        author=author,
        recipient=recipient,
        quarter=quarter.key,
        submitted_at=at,
        expires_on=a_year_after(on),
    )
    try:
        with transaction.atomic():
            seal_into(report, said)
    except IntegrityError:  # a double tap: the other one was first
        _refuse_second(standing_report(author, branch, quarter.key))
        raise
    return report


def _clean(text: str) -> str:
    said = text.replace("\r\n", "\n").strip()
    if not said:
        raise RecordingError("text", _("Please write something; “none” is enough."))
    if len(said) > LONGEST:
        raise RecordingError("text", _("At most %(number)d letters, please.") % {"number": LONGEST})
    return said


def _refuse_second(standing: ThoughtReport | None) -> None:
    if standing is not None:
        raise ZujiError(
            _("You handed in a report for this quarter on %(day)s. Withdraw it first to hand in another.")
            % {"day": day(local_date(standing.submitted_at))}
        )


def _receipt(branch: Organization, author: Member, quarter: Quarter, on: date) -> ThoughtReportReceipt:
    there: ThoughtReportReceipt | None = (
        ThoughtReportReceipt.objects.of(branch).filter(member=author, quarter=quarter.key).first()
    )
    if there is None:
        return record_receipt(branch, member=author, quarter=quarter.key, submitted_on=on).record
    forget_entry(there)
    return there


def a_year_after(on: date) -> date:
    """Give the day on which what was handed in is erased (domain §10.1)."""
    return date(on.year + 1, 3, 1) if (on.month, on.day) == (2, 29) else on.replace(year=on.year + 1)


@sensitive_variables()
def read_report(number: uuid.UUID, *, by: Member, at: datetime) -> Opened:
    """Open a report for its author or its one recipient; that it was opened is written before a word is given.

    The reading is on record for good before this returns: where it cannot be written, nothing is shown. Posts open
    nothing: neither does a successor read what the one before received, nor does who left office cease to be the one
    whom the author named.

    Raises NoSuchReport for anybody else, ZujiError where the content is gone or cannot be opened.
    """
    with transaction.atomic(durable=True):
        report = _report_of(number, by)
        if not report.is_open_on(local_date(at)):
            raise ZujiError(_("What this report said is gone; only that it was handed in is kept."))
        AccessLog.objects.create(report=report, reader=by, read_at=at)
        try:
            text = open_sealed(report)
        except SealError:
            raise ZujiError(_("This report cannot be opened: it is not as it was handed in.")) from None
    return Opened(report, text)


@transaction.atomic
def withdraw_report(number: uuid.UUID, *, by: Member, at: datetime) -> ThoughtReport:
    """Take a report back at any time: its content and its key are gone, its dated receipt and footprint stay.

    Withdrawn twice it is as withdrawn once. Raises NoSuchReport for anybody but the author.
    """
    report = _report_of(number, by)
    if report.author_id != by.pk:
        raise NoSuchReport(_("There is no such report."))
    if report.withdrawn_at is None:
        ThoughtReportKey.objects.filter(report=report).delete()
        report.nonce = report.ciphertext = None
        report.withdrawn_at = at
        report.save(update_fields=["nonce", "ciphertext", "withdrawn_at", "updated_at"])
    return report


@transaction.atomic
def erase_expired(today: date) -> int:
    """Erase what was handed in a year ago or longer, withdrawn or not, with key and log of readings; gives how many.

    Receipts and footprints stay: that a report came is kept as long as any other record.
    """
    expired = ThoughtReport.objects.filter(expires_on__lte=today)
    number = expired.count()
    expired.delete()
    return number


def _report_of(number: uuid.UUID, member: Member) -> ThoughtReport:
    rows = ThoughtReport.objects.select_for_update(of=("self",)).readable_by(member)
    report: ThoughtReport | None = rows.select_related("author", "recipient").filter(pk=number).first()
    if report is None:
        raise NoSuchReport(_("There is no such report."))
    return report
