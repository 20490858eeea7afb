"""Proposals."""

from django.apps import AppConfig


class ProposalsConfig(AppConfig):
    name = "zuji.proposals"
    label = "proposals"
