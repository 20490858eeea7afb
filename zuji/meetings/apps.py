"""Meetings."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "zuji.meetings"
    label = "meetings"
