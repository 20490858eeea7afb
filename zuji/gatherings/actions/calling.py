"""Before a gathering: number it, refuse what cannot be, give notice, answer it, call it off."""

from datetime import date, time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, refuse_absurd
from zuji.gatherings.actions.locking import locked, note_change
from zuji.gatherings.noun import GatheringNoun
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on


def refuse_impossible(
    branch: Organization, *, held_on: date | None, starts_at: time | None, ends_at: time | None
) -> None:
    """Refuse a day before the branch was founded, an absurd year, and an end before the beginning."""
    refuse_absurd(held_on=held_on)
    if branch.founded_month and held_on and held_on.strftime("%Y-%m") < branch.founded_month:
        founded = {"month": branch.founded_month}
        raise RecordingError("held_on", _("That is before the branch was founded (%(month)s).") % founded)
    if starts_at and ends_at and ends_at < starts_at:
        raise RecordingError("ends_at", _("It cannot end before it starts."))


@transaction.atomic
def give_notice(gathering: Any, *, on: date, by: str) -> Any:
    """Note that notice has gone out; given again, the first day stands."""
    current = locked(gathering)
    if current.status != "planned":
        raise ZujiError(_("Notice is given of what is still planned only."))
    if current.notice_on is None:
        current.notice_on = on
        note_change(current, "notice", by=by)
    return current


@transaction.atomic
def reply(gathering: Any, member: Member, *, on: date) -> bool:
    """Note that a member will come; a leave asked for and not decided yet is taken back. Says whether it is news."""
    current = locked(gathering)
    if current.status != "planned":
        raise ZujiError(_("This is no longer to come."))
    if not members_on(current.organization, current.held_on).filter(pk=member.pk).exists():
        raise ZujiError(_("%(name)s is not a member of this branch on that day.") % {"name": member})
    current.leave_requests.filter(member=member, state="pending").delete()
    _reply, is_new = current.replies.get_or_create(member=member, defaults={"said_on": on})
    return bool(is_new)


@transaction.atomic
def call_off(noun: GatheringNoun, gathering: Any, *, reason: str, by: str) -> Any:
    """Say that a gathering did not take place, and why: a cancelled one is not a missed one, and it does not count.

    Raises RecordingError without a reason.
    """
    current = locked(gathering)
    if not reason.strip():
        raise RecordingError("cancel_reason", _("Please give a reason."))
    current.status, current.cancel_reason, current.sign_in_key = "cancelled", reason.strip()[:120], ""
    note_change(current, "cancelled", by=by, note=current.cancel_reason)
    sync(current, noun.facts(current))
    return current
