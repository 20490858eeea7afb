"""Study."""

from django.apps import AppConfig


class StudyConfig(AppConfig):
    name = "zuji.study"
    label = "study"
