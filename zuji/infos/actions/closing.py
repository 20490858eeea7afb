"""办结: the branch says that nothing more is expected of an info, or that something is after all."""

from datetime import date

from django.db import transaction

from zuji.infos.actions.steps import locked, note_step, refuse_state
from zuji.infos.models import Info


@transaction.atomic
def close_info(info: Info, *, by: str, on: date) -> Info:
    """Close an info of which nothing more is expected; what still comes is entered all the same. Twice is once.

    It counts as before. Raises ZujiError for one that is not out.
    """
    current = locked(info)
    if current.state != "closed":
        refuse_state(current, ("reported",))
        current.state = "closed"
        note_step(current, "closed", on=on, by=by)
    return current


@transaction.atomic
def reopen_info(info: Info, *, by: str, on: date) -> Info:
    """Open a closed info again, because something is expected of it. Twice is once. Raises ZujiError if not sent."""
    current = locked(info)
    if current.state != "reported":
        refuse_state(current, ("closed",))
        current.state = "reported"
        note_step(current, "reopened", on=on, by=by)
    return current
