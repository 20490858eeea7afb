"""An activity of a committee is attended by its branches: each writes who of it came; it may be called off."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, set_rows
from zuji.gatherings.actions.locking import StaleGathering
from zuji.gatherings.queries import marks_at
from zuji.organizations.models import Organization
from zuji.organizations.models.records import MARKS
from zuji.organizations.queries import owing_on


@transaction.atomic
def write_branch_list(
    activity: Any, branch: Organization, *, marks: Mapping[int, str], seen: str, today: date
) -> tuple[Any, bool]:
    """Note who of a branch came to an activity; the first branch's list says that it took place.

    Gives the activity and whether anything changed, so that its app can post it. `seen` is `marks_signature` of what
    the page showed. Raises StaleGathering where somebody else saved other marks meanwhile, ZujiError for one to come
    or called off, a stranger, an unknown mark.
    """
    current = type(activity).objects.select_for_update().get(pk=activity.pk)
    saved = marks_at(current, branch)
    if current.status == "held" and saved == dict(marks):
        return current, False
    if marks_signature(saved) != seen:
        raise StaleGathering(
            _("%(by)s has changed this meanwhile. What you entered is still here: compare both.")
            % {"by": _("Somebody")}
        )
    if current.status == "cancelled":
        raise ZujiError(_("This was called off; plan a new one for the day it was made up."))
    if current.held_on > today:
        raise ZujiError(_("This is still to come; mark who came when it has begun."))
    refuse_strangers(branch, current.held_on, marks)
    current.status = "held"
    current.save()
    set_branch_marks(current, branch, marks)
    return current, True


@transaction.atomic
def call_off_shared(activity: Any, *, reason: str) -> Any:
    """Call an activity off, with a reason: it is then not owed (C17). Raises RecordingError without a reason."""
    if not reason.strip():
        raise RecordingError("reason", _("Please give a reason."))
    current = type(activity).objects.select_for_update().get(pk=activity.pk)
    current.status, current.cancel_reason = "cancelled", reason.strip()[:120]
    current.save()
    return current


def set_branch_marks(event: Any, branch: Organization, marks: Mapping[int, str]) -> bool:
    """Write the marks of a branch's members at an event; those not named keep theirs."""
    wanted = {who: {"mark": mark, "organization_id": branch.pk} for who, mark in marks.items()}
    return set_rows(event.attendance, "member_id", wanted, is_all=False)


def refuse_strangers(branch: Organization, on: date, marks: Mapping[int, str]) -> None:
    """Refuse a list that names who is not expected of the branch that day, or a mark that is none."""
    strangers = set(marks) - set(owing_on(branch, on).values_list("pk", flat=True))
    if strangers or set(marks.values()) - set(MARKS):
        raise ZujiError(_("The list does not fit any more; load the page again."))


def marks_signature(marks: Mapping[int, str]) -> str:
    """Write marks so that a page can say which it showed."""
    return ";".join(f"{who}:{mark}" for who, mark in sorted(marks.items()))
