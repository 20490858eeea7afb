"""Attachments."""

from django.apps import AppConfig


class AttachmentsConfig(AppConfig):
    name = "zuji.attachments"
    label = "attachments"
