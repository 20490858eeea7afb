"""Leave from an activity that branches share: asked beforehand, decided by the member's own branch."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.gatherings.actions.leave import LeaveAsked, write_request
from zuji.gatherings.queries import is_leave_open
from zuji.organizations.models import Member, Organization


@transaction.atomic
def ask_activity_leave(activity: Any, branch: Organization, member: Member, *, asked: LeaveAsked) -> Any:
    """Ask leave from an activity for a member of a branch; asked again, the new words stand and wait for a decision.

    Raises ZujiError once the branch has entered who came, for one called off, or for no member of the branch that day.
    """
    current = _open(activity, branch)
    return write_request(current, member, branch=branch, asked=asked)


@transaction.atomic
def decide_activity_leave(request: Any, branch: Organization, *, is_granted: bool, by: str) -> Any:
    """Grant or decline a leave; the branch's list of who came then begins with it. Raises ZujiError afterwards."""
    _open(request.activity, branch)
    request.state = "granted" if is_granted else "declined"
    request.decided_by = by[:40]
    request.save(update_fields=["state", "decided_by"])
    return request


def _open(activity: Any, branch: Organization) -> Any:
    current = type(activity).objects.select_for_update().get(pk=activity.pk)
    if not is_leave_open(current, branch):
        raise ZujiError(_("Leave is asked beforehand; afterwards it is a mark of attendance."))
    return current
