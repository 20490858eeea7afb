"""Reports."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "zuji.reports"
    label = "reports"
