"""Contacts."""

from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "zuji.contacts"
    label = "contacts"
