"""Duplicates."""

from django.apps import AppConfig


class DuplicatesConfig(AppConfig):
    name = "zuji.duplicates"
    label = "duplicates"
