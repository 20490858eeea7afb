"""Receipts, sealed reports with their keys and readings, overviews."""

from zuji.thought_reports.models.overview import ThoughtOverview, half_year_words
from zuji.thought_reports.models.receipt import ThoughtReportReceipt
from zuji.thought_reports.models.report import AccessLog, KeyVersion, ThoughtReport, ThoughtReportKey

__all__ = [
    "AccessLog",
    "KeyVersion",
    "ThoughtOverview",
    "ThoughtReport",
    "ThoughtReportKey",
    "ThoughtReportReceipt",
    "half_year_words",
]
