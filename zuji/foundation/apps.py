"""Foundation."""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "zuji.foundation"
    label = "foundation"
