"""Sign-in by user name and password; demo accounts open from this machine only."""

import ipaddress
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.http import HttpRequest

FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")
"""What a proxy adds: behind one, everybody seems to come from this machine."""


def is_loopback(request: HttpRequest | None) -> bool:
    """Say whether a request was made on this machine to a loopback address, with no proxy in between."""
    if request is None or any(header in request.META for header in FORWARDED):
        return False
    host = request.get_host().rsplit(":", 1)[0].strip("[]")
    addresses = ["127.0.0.1" if host == "localhost" else host, request.META.get("REMOTE_ADDR", "")]
    try:
        return all(ipaddress.ip_address(address).is_loopback for address in addresses)
    except ValueError:
        return False


class PasswordBackend(AuthenticationBackend):
    """allauth's backend, which takes a demo account's published password only in the demo profile and on loopback."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Any:
        user = super().authenticate(request, **credentials)
        if user is not None and user.is_demo and not (settings.IS_DEMO and is_loopback(request)):
            return None
        return user
