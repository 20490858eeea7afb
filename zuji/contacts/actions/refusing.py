"""What every entry of this app is asked first, and under whose name it is written."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from zuji.entries.actions import enter_for, forget_entry
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, refuse_absurd
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on, name_of


def refuse_impossible(branch: Organization, *, field: str, on: date, today: date) -> None:
    """Refuse a day to come, one before the branch was founded, and one that cannot be meant."""
    if on > today:
        raise RecordingError(field, _("That day is still to come."))
    refuse_absurd(**{field: on})
    if branch.founded_month and on.strftime("%Y-%m") < branch.founded_month:
        founded = {"month": branch.founded_month}
        raise RecordingError(field, _("That is before the branch was founded (%(month)s).") % founded)


def refuse_stranger(branch: Organization, member: Member, on: date) -> None:
    """Refuse somebody who is not a member of the branch on a day."""
    if not members_on(branch, on).filter(pk=member.pk).exists():
        raise ZujiError(_("%(name)s is not a member of this branch on that day.") % {"name": member})


def writer_of(by: Any, own: Member) -> str:
    """Give the name under which something is written; without a user, it is the member's own hand."""
    return own.name if by is None else name_of(by)


def is_own_hand(own: Member, by: Any) -> bool:
    """Say whether a member writes for themselves; without a user, it is the member."""
    return by is None or own.user_id == by.pk


def note_hand(record: Any, own: Member, *, by: Any, ground: str, on: date) -> None:
    """Note on what ground somebody else wrote a member's record; in the member's own hand, there is nothing to note.

    Takes: `by`, the user who writes, or None for the member.
    """
    if is_own_hand(own, by):
        forget_entry(record)
    else:
        enter_for(record, own, organization=record.organization, ground=ground, by=name_of(by), on=on)
