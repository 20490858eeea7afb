"""How a thought report counts: that one was handed in for its quarter, and nothing else (domain §10.4)."""

from zuji.footprints.facts import Fact
from zuji.thought_reports.models import ThoughtReportReceipt


def footprints_of(receipt: ThoughtReportReceipt) -> list[Fact]:
    """Which facts a receipt amounts to: one, about the quarter it is for, on the day it was handed in."""
    return [
        Fact(
            kind="thought_report.submitted",
            organization_id=receipt.organization_id,
            credit="member",
            member_id=receipt.member_id,
            about=receipt.quarter,
            happened_on=receipt.submitted_on,
        )
    ]
