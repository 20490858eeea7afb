"""Research."""

from django.apps import AppConfig


class ResearchConfig(AppConfig):
    name = "zuji.research"
    label = "research"
