"""Institutions."""

from django.apps import AppConfig


class InstitutionsConfig(AppConfig):
    name = "zuji.institutions"
    label = "institutions"
