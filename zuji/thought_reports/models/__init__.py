"""Receipts, sealed reports with their keys and readings, overviews."""

from zuji.thought_reports.models.overview import ThoughtOverview
from zuji.thought_reports.models.receipt import ThoughtReportReceipt
from zuji.thought_reports.models.report import KeyVersion, ThoughtReport, AccessLog, ThoughtReportKey

__all__ = [
    "KeyVersion",
    "ThoughtOverview",
    "ThoughtReport",
    "AccessLog",
    "ThoughtReportKey",
    "ThoughtReportReceipt",
]
