"""Workbooks of questions: opened with care, read as questions, and an empty one to fill in."""
