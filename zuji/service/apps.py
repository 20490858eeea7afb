"""Service."""

from django.apps import AppConfig


class ServiceConfig(AppConfig):
    name = "zuji.service"
    label = "service"
