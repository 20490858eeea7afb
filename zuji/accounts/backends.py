"""Sign-in by user name and password; demo accounts open from this machine only."""

import ipaddress
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest


def is_loopback(request: HttpRequest | None) -> bool:
    """Say whether a request was made on this machine to a loopback address."""
    if request is None:
        return False
    host = request.get_host().rsplit(":", 1)[0].strip("[]")
    addresses = ["127.0.0.1" if host == "localhost" else host, request.META.get("REMOTE_ADDR", "")]
    try:
        return all(ipaddress.ip_address(address).is_loopback for address in addresses)
    except ValueError:
        return False


class PasswordBackend(AuthenticationBackend):
    """allauth's backend, which refuses a demo account's published password on any address but loopback."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Any:
        user = super().authenticate(request, **credentials)
        if user is not None and getattr(user, "is_demo", False) and not is_loopback(request):
            return None
        return user
