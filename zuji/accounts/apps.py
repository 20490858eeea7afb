"""Accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "zuji.accounts"
    label = "accounts"
