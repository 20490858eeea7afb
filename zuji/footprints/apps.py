"""Footprints."""

from django.apps import AppConfig


class FootprintsConfig(AppConfig):
    name = "zuji.footprints"
    label = "footprints"
