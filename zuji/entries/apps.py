"""Entries for members."""

from django.apps import AppConfig


class EntriesConfig(AppConfig):
    name = "zuji.entries"
    label = "entries"
