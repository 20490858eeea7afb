"""Thought reports (思想动态汇报): that one came; where the branch chose it, what it says, sealed for one reader.

Nouns: receipt, sealed report with its key and log of readings, overview of half a year.
Leaves thought_report.submitted, nothing else (domain §10.4, docs/thought-reports.md).
"""
