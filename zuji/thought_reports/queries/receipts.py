"""Reads of receipts: whose report of a quarter came in, and when."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from zuji.foundation.periods import Quarter
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import exempt_on, members_on
from zuji.thought_reports.models import ThoughtReport, ThoughtReportReceipt


@dataclass(frozen=True)
class ReceiptLine:
    """A member and the receipt of their report, if it came in."""

    member: Member
    receipt: ThoughtReportReceipt | None
    is_exempt: bool
    is_on_paper: bool = True

    @property
    def is_waited_for(self) -> bool:
        """Say whether a report is still to come."""
        return self.receipt is None and not self.is_exempt


def receipt_lines(branch: Organization, quarter: Quarter, *, today: date) -> list[ReceiptLine]:
    """Give everybody of a quarter, those whose report is still to come first."""
    on = min(quarter.last_on, max(today, quarter.first_on))
    came = {receipt.member_id: receipt for receipt in _receipts(branch, quarter)}
    exempt = exempt_on(branch, on)
    written = set(ThoughtReport.objects.filter(receipt__in=came.values()).values_list("author_id", flat=True))
    lines = [
        ReceiptLine(m, came.get(m.pk), m.pk in exempt, is_on_paper=m.pk not in written) for m in members_on(branch, on)
    ]
    return sorted(lines, key=lambda line: not line.is_waited_for)


def own_receipts(branch: Organization, user: Any, quarter: Quarter) -> list[ThoughtReportReceipt]:
    """Give what is kept of the reader's own reports."""
    return list(_receipts(branch, quarter).filter(member__user=user))


def _receipts(branch: Organization, quarter: Quarter) -> Any:
    return ThoughtReportReceipt.objects.of(branch).filter(quarter=quarter.key).select_related("member")
