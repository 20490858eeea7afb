"""Whether somebody else checks and signs what one wrote (domain §12 W)."""

from datetime import date
from typing import Any

from zuji.infos.models import Info
from zuji.organizations.permissions import own_member
from zuji.organizations.policies import value_on
from zuji.organizations.queries import name_of


def is_own_work(info: Info, *, by: str, member_id: int | None = None) -> bool:
    """Say whether who signs wrote it. Takes: `member_id`, who signs as a member; unknown, the name decides.

    The branch's own is the work of who wrote it down.
    """
    if info.member is None:
        return info.events.filter(what="written", by=by[:40]).exists()
    return info.member_id == member_id if member_id is not None else info.member.name == by


def signs_own_work(user: Any, info: Info) -> bool:
    """Say whether who would sign an info wrote it."""
    own = own_member(user)
    return is_own_work(info, by=name_of(user), member_id=own.pk if own else None)


def must_be_signed_by_another(info: Info, on: date) -> bool:
    """Say whether the branch's setting on a day never lets an author sign."""
    return bool(value_on(info.organization, "sod_mode", on) == "strict")
