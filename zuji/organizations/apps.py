"""Organizations."""

from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    name = "zuji.organizations"
    label = "organizations"
