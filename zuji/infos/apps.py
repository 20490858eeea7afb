"""Infos."""

from django.apps import AppConfig


class InfosConfig(AppConfig):
    name = "zuji.infos"
    label = "infos"
