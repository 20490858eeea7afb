"""Site."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "zuji.site"
    label = "site"
