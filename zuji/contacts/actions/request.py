"""Verbs of requests: ask, answer, and say whether that settles it."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.contacts.actions.refusing import note_hand, refuse_impossible, refuse_stranger, writer_of
from zuji.contacts.footprints import footprints_of_request
from zuji.contacts.models import MemberRequest, RequestAnswer
from zuji.entries.actions import forget_entry
from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError
from zuji.foundation.working_days import add_working_days
from zuji.organizations.models import Member, Organization
from zuji.organizations.policies import value_on
from zuji.organizations.queries import work_day_exceptions

LONGEST_MATTER = 300
LONGEST_ANSWER = 1000
MOST_YEARS = 2
"""No window closes later than this after what opened it (see footprints.actions.mark_stale)."""


@transaction.atomic
def make_request(  # noqa: PLR0913 - what is said of a request, each by its name
    branch: Organization, *, member: Member, matter: str, asked_on: date, today: date, by: Any = None, ground: str = ""
) -> Recorded[MemberRequest]:
    """Ask something of the branch, to be answered within its working days (CON-4). A double tap asks once.

    Takes: `by`, the user who writes it down, or None for the member; then `ground` says how the member told them.
    Raises RecordingError without words, for a day to come, or without a ground; ZujiError for who is not a member.
    """
    refuse_impossible(branch, field="asked_on", on=asked_on, today=today)
    words = matter.strip()
    if not words:
        raise RecordingError("matter", _("Please say what it is about."))
    if len(words) > LONGEST_MATTER:
        raise RecordingError("matter", _("At most %(number)s characters, please.") % {"number": LONGEST_MATTER})
    refuse_stranger(branch, member, asked_on)
    Organization.objects.select_for_update().get(pk=branch.pk)
    of_that_day = MemberRequest.objects.of(branch).filter(asked_on=asked_on)
    there = of_that_day.filter(member=member, matter=words).first()
    if there is not None:
        return Recorded(there)
    taken = set(of_that_day.values_list("code", flat=True))
    made = MemberRequest.objects.create(
        organization=branch,
        code=next(code for number in range(1, 1000) if (code := f"{asked_on}/{number}") not in taken),
        member=member,
        matter=words,
        asked_on=asked_on,
        due_on=answer_due_on(branch, asked_on),
        entered_by=writer_of(by, member),
    )
    sync(made, footprints_of_request(made))
    note_hand(made, member, by=by, ground=ground, on=today)
    return Recorded(made, is_new=True, is_changed=True)


def answer_due_on(branch: Organization, asked_on: date) -> date:
    """Give the last day on which a request is answered in time, by the working calendar that reaches the branch."""
    return add_working_days(asked_on, value_on(branch, "request_working_days", asked_on), work_day_exceptions(branch))


@transaction.atomic
def answer_request(request: MemberRequest, *, text: str, by: str, on: date) -> RequestAnswer:
    """Answer a request; the same words on the same day are one answer. Raises RecordingError without words."""
    current = _locked(request)
    words = text.strip()
    if not words:
        raise RecordingError("text", _("Please write an answer."))
    if len(words) > LONGEST_ANSWER:
        raise RecordingError("text", _("At most %(number)s characters, please.") % {"number": LONGEST_ANSWER})
    if current.state == "closed":
        raise ZujiError(_("The member has said that this is settled."))
    there = current.answers.filter(text=words, answered_on=on, is_enough=True).first()
    if there is not None:
        return there
    answer = RequestAnswer.objects.create(request=current, text=words, answered_by=by, answered_on=on)
    _set_state(current, "answered")
    return answer


@transaction.atomic
def settle_request(
    request: MemberRequest, *, is_settled: bool, on: date, by: Any = None, ground: str = ""
) -> MemberRequest:
    """Let the member say that an answer settles the matter, or “not yet”: then it is no answer, and a new term runs.

    Takes: `by`, the user who enters the member's word on a ground, or None for the member.
    Raises ZujiError where nothing has been answered yet, or where it is too old to be opened again.
    """
    current = _locked(request)
    if current.state == "open":
        if not is_settled and current.answers.exists():
            return current  # a double tap
        raise ZujiError(_("Nothing has been answered yet."))
    if is_settled:
        current.closed_on = current.closed_on or on
        _set_state(current, "closed")
    else:
        due_on = answer_due_on(current.organization, on)
        if due_on.year > current.asked_on.year + MOST_YEARS:
            raise ZujiError(_("This is too old to be opened again; please make a new request."))
        current.answers.update(is_enough=False)
        current.closed_on, current.due_on = None, due_on
        _set_state(current, "open")
    if by is not None and current.member.user_id != by.pk:
        note_hand(current, current.member, by=by, ground=ground, on=on)
    return current


@transaction.atomic
def remove_request(request: MemberRequest) -> None:
    """Take back a request that nobody has answered; its footprint is reversed. Raises ZujiError once there is one."""
    current = _locked(request)
    if current.answers.exists():
        raise ZujiError(_("It has been answered; say whether that settles it."))
    sync(current, [])
    forget_entry(current)
    current.delete()


def _locked(request: MemberRequest) -> MemberRequest:
    found: MemberRequest = (
        MemberRequest.objects.select_related("organization", "member")
        .select_for_update(of=("self",))
        .get(pk=request.pk)
    )
    return found


def _set_state(request: MemberRequest, state: str) -> None:
    request.state = state
    request.save(update_fields=["state", "due_on", "closed_on", "updated_at"])
    sync(request, footprints_of_request(request))
