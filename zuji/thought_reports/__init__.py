"""Receipts of thought reports (思想动态汇报): that one was handed in and when, never what it says.

Nouns: receipt. Leaves thought_report.submitted, nothing else.
"""
