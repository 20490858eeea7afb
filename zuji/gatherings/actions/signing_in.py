"""Signing in by oneself with a code that changes every minute: offered where somebody opens it, never required."""

import secrets
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.clock import local_date
from zuji.foundation.errors import ZujiError
from zuji.gatherings.actions.locking import locked, note_change
from zuji.gatherings.queries import expected_at, is_right_code
from zuji.organizations.models import Member


@transaction.atomic
def open_sign_in(gathering: Any, *, at: datetime, by: str) -> Any:
    """Let members sign in: on the day itself only."""
    current = locked(gathering)
    if current.status == "cancelled" or current.held_on != local_date(at):
        raise ZujiError(_("Signing in is for the day itself."))
    if not current.sign_in_key:
        current.sign_in_key = secrets.token_hex(16)
        note_change(current, "sign_in_opened", by=by)
    return current


@transaction.atomic
def close_sign_in(gathering: Any, *, by: str) -> Any:
    """End signing in; who signed in stays noted."""
    current = locked(gathering)
    if current.sign_in_key:
        current.sign_in_key = ""
        note_change(current, "sign_in_closed", by=by)
    return current


@transaction.atomic
def check_in(gathering: Any, member: Member, *, code: str, at: datetime) -> bool:
    """Note that a member is there; twice is once. Says whether it is news. Raises ZujiError for a code gone stale."""
    current = locked(gathering)
    if not is_right_code(current, code, at):
        raise ZujiError(_("This code is no longer valid. Look at the screen again; the code changes every minute."))
    if member not in expected_at(current):
        raise ZujiError(_("%(name)s is not expected here; tell who keeps the record.") % {"name": member})
    _row, is_new = current.check_ins.get_or_create(member=member, defaults={"at": at})
    return bool(is_new)
