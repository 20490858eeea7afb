"""Gatherings."""

from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "zuji.gatherings"
    label = "gatherings"
