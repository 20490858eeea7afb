"""Thought reports."""

from django.apps import AppConfig


class ThoughtReportsConfig(AppConfig):
    name = "zuji.thought_reports"
    label = "thought_reports"
