"""Leave from a gathering: asked for by the member or entered for them, granted or declined."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.entries.actions import enter_for, forget_entry
from zuji.foundation.errors import ZujiError
from zuji.gatherings.actions.locking import locked, note_change
from zuji.organizations.models import Member
from zuji.organizations.queries import members_on


@transaction.atomic
def ask_leave(  # noqa: PLR0913 - what is said of a leave, each by its name
    gathering: Any, member: Member, *, kind: str, reason: str, on: date, by: str, ground: str = "own"
) -> Any:
    """Ask leave for a member; asked again, the new words stand in place of the old and wait for a decision.

    Entered for another, the member may agree or object. Raises ZujiError afterwards, or for somebody who is not a
    member that day.
    """
    current = locked(gathering)
    if current.status != "planned":
        raise ZujiError(_("Leave is asked beforehand; afterwards it is a mark of attendance."))
    if not members_on(current.organization, current.held_on).filter(pk=member.pk).exists():
        raise ZujiError(_("%(name)s is not a member of this branch on that day.") % {"name": member})
    request, _is_new = current.leave_requests.update_or_create(
        member=member,
        defaults={
            "kind": kind,
            "reason": reason.strip()[:120],
            "state": "pending",
            "ground": ground,
            "entered_by": by,
            "asked_on": on,
            "decided_by": "",
        },
    )
    current.replies.filter(member=member).delete()
    if ground == "own":
        forget_entry(request)
    else:
        enter_for(request, member, organization=current.organization, ground=ground, by=by, on=on)
    note_change(current, "leave_asked", by=by, note=member.name)
    return request


@transaction.atomic
def decide_leave(request: Any, *, is_granted: bool, by: str) -> Any:
    """Grant or decline a leave; the attendance page then begins with it."""
    current = locked(request.gathering)
    if current.status != "planned":
        raise ZujiError(_("It is over; correct the mark of attendance instead."))
    request.state = "granted" if is_granted else "declined"
    request.decided_by = by
    request.save(update_fields=["state", "decided_by"])
    note_change(current, f"leave_{request.state}", by=by, note=request.member.name)
    return request
