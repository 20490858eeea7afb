"""Activities."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "zuji.activities"
    label = "activities"
