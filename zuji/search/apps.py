"""Search."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "zuji.search"
    label = "search"
