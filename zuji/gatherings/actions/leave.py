"""Leave from a gathering: asked for by the member or entered for them, granted or declined."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.entries.actions import enter_for, forget_entry
from zuji.foundation.errors import ZujiError
from zuji.gatherings.actions.locking import locked, note_change
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on


@dataclass(frozen=True)
class LeaveAsked:
    """What is said of a leave: its kind and reason, when and by whom it was entered, and on what ground for another."""

    kind: str
    reason: str
    on: date
    by: str
    ground: str = "own"


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
    asked = LeaveAsked(kind, reason, on, by, ground)
    request = write_request(current, member, branch=current.organization, asked=asked)
    current.replies.filter(member=member).delete()
    note_change(current, "leave_asked", by=by, note=member.name)
    return request


def write_request(gathering: Any, member: Member, *, branch: Organization, asked: LeaveAsked) -> Any:
    """Write what is asked down, in place of what was asked before; entered for another, the member has a word in it.

    Takes: what has `leave_requests`, locked. Raises ZujiError for somebody who is not a member of the branch that day.
    """
    if not members_on(branch, gathering.held_on).filter(pk=member.pk).exists():
        raise ZujiError(_("%(name)s is not a member of this branch on that day.") % {"name": member})
    request, _is_new = gathering.leave_requests.update_or_create(
        member=member,
        defaults={
            "kind": asked.kind,
            "reason": asked.reason.strip()[:120],
            "state": "pending",
            "ground": asked.ground,
            "entered_by": asked.by,
            "asked_on": asked.on,
            "decided_by": "",
        },
    )
    if asked.ground == "own":
        forget_entry(request)
    else:
        enter_for(request, member, organization=branch, ground=asked.ground, by=asked.by, on=asked.on)
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
