"""Reads of accounts."""

from hashlib import sha256

from zuji.accounts.models import CalendarAddress, User


def hash_of(token: str) -> str:
    """Hash a token. It is long and random, so a plain hash cannot be guessed back and needs no salt."""
    return sha256(token.encode()).hexdigest()


def reader_of_calendar(token: str) -> User | None:
    """Give whose calendar a token opens; None for an unknown or stopped one, or a user who may not sign in."""
    found = CalendarAddress.objects.filter(token_hash=hash_of(token), user__is_active=True)
    address = found.select_related("user").first()
    return address.user if address else None
