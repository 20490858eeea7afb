"""What may be done to an account."""

import secrets
from datetime import date

from django.db import transaction

from zuji.accounts.models import CalendarAddress, User
from zuji.accounts.queries import hash_of


def remember_text_size(user: User, *, per_cent: int) -> User:
    """Keep a reader's text size with the account, so that it follows from device to device."""
    user.text_size = per_cent
    user.save(update_fields=["text_size"])
    return user


@transaction.atomic
def renew_calendar_address(user: User, *, on: date) -> str:
    """Make a secret calendar address for a user and give its token, this once; an earlier one is dead from now on."""
    token = secrets.token_urlsafe(32)
    CalendarAddress.objects.update_or_create(user=user, defaults={"token_hash": hash_of(token), "made_on": on})
    return token


@transaction.atomic
def stop_calendar_address(user: User) -> bool:
    """Stop a user's calendar address; says whether there was one."""
    gone, _rows = CalendarAddress.objects.filter(user=user).delete()
    return bool(gone)
