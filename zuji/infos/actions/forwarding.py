"""转报: a committee's desk passes an info on to a further body, with the words that came to it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.infos.actions.sending import Destination, dispatch, named
from zuji.infos.actions.steps import count_anew, locked, note_step, refuse_future, refuse_state
from zuji.infos.models import COUNTED_STATES, Info, InfoDispatch, InfoOutcome

LEVEL_OF = {"central": "national", "provincial": "province", "city": "city"}
"""At which level a committee of the tree acts; the others are the county's."""


@transaction.atomic
def forward_info(info: Info, *, to: Destination, from_body: str, by: str, on: date, today: date) -> Info:
    """Pass an info on to a further body: an outcome of who passes it on, seen at once where it came from; a node of the
    tree finds it in its inbox. Said twice, it is passed on once.

    Raises ZujiError for one that was not sent, or not to the committee `from_body`; RecordingError for a day to come or
    before it came, and for a body that would pass it on to itself.
    """
    current = locked(info)
    refuse_state(current, COUNTED_STATES)
    refuse_future(on, today)
    destination, came = named(to), _came_to(current, from_body)
    if on < came.on:
        raise RecordingError("on", _("That is before it was sent."))
    if destination.body == came.body:
        raise RecordingError("to", _("It is there already."))
    there = current.dispatches.filter(body=destination.body, on=on).first()
    if there is not None and there.sent_text_id == came.sent_text_id:
        return current
    _pass_on(current, came, destination, on=on, by=by)
    note_step(current, "forwarded", on=on, by=by, body=destination.body)
    count_anew(current)
    return current


def _came_to(info: Info, body: str) -> InfoDispatch:
    came = info.dispatches.filter(body=body, organization__isnull=False).select_related("organization", "sent_text")
    found = came.last()
    if found is None:
        raise ZujiError(_("It was not sent to “%(body)s”.") % {"body": body})
    return found


def _pass_on(info: Info, came: InfoDispatch, to: Destination, *, on: date, by: str) -> None:
    row = dispatch(info, to, on=on, by=by, words=came.sent_text, from_body=came.body)
    desk = came.organization
    InfoOutcome.objects.get_or_create(
        dispatch=row,
        defaults={
            "info": info,
            "kind": "forwarded",
            "level": LEVEL_OF.get(desk.level if desk else "", "county"),
            "body": came.body,
            "body_kind": came.body_kind,
            "on": on,
            "desk": desk,
            "entered_by": by[:40],
        },
    )
