"""Derivations."""

from django.apps import AppConfig


class DerivationsConfig(AppConfig):
    name = "zuji.derivations"
    label = "derivations"
