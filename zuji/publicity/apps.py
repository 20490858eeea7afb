"""Publicity."""

from django.apps import AppConfig


class PublicityConfig(AppConfig):
    name = "zuji.publicity"
    label = "publicity"
