"""Everything that a gathering's own page shares, gathered for one reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from zuji.attachments.forms import AttachmentForm
from zuji.attachments.models import Attachment, AttachmentRemoval
from zuji.attachments.queries import attachments_of, removals_of
from zuji.footprints.facts import reference_to
from zuji.gatherings.noun import GatheringNoun
from zuji.gatherings.permissions import can_approve, can_record
from zuji.gatherings.queries import (
    Turnout,
    is_expected,
    is_late_and_unconfirmed,
    leave_of,
    notice_shortfall,
    notice_words,
    turnout_of,
)
from zuji.organizations.permissions import own_member


@dataclass(frozen=True)
class Life:
    """A gathering as one reader sees it, from notice to made up; every part is for `gatherings/parts/`."""

    gathering: Any
    pages: dict[str, str]
    may_record: bool
    may_approve: bool
    has_begun: bool
    is_today: bool
    needs_confirming: bool
    notice: str
    notice_shortfall: int
    leave_requests: list[Any]
    is_expected: bool
    has_replied: bool
    coming_count: int
    turnout: Turnout | None
    people: list[tuple[Any, Any]]
    guests: list[Any]
    make_ups: list[Any]
    may_make_up_self: bool
    may_make_up_others: bool
    files: list[Attachment]
    removals: list[AttachmentRemoval]
    file_form: AttachmentForm

    @property
    def is_open(self) -> bool:
        """Say whether leave may still be asked and decided."""
        return bool(self.gathering.status == "planned")

    @property
    def shows_leave(self) -> bool:
        """Say whether there is leave to read, or still to ask."""
        return bool(self.leave_requests) or (self.is_open and (self.is_expected or self.may_record))


def life_of(
    noun: GatheringNoun, gathering: Any, user: Any, *, today: date, matters: Iterable[str], notice_days: int
) -> Life:
    """Gather what a gathering's page shows a reader today. Takes: the matters that the notice lists."""
    own, reference = own_member(user), reference_to(gathering)
    may_record = can_record(user, gathering.organization)
    has_people = gathering.status == "held" and (not gathering.is_for_committee or gathering.attendance.exists())
    turnout = turnout_of(gathering) if has_people else None
    away = {member.pk for member in turnout.away} if turnout else set()
    made = list(gathering.make_ups.select_related("member")) if has_people else []
    replied = set(gathering.replies.values_list("member_id", flat=True)) if gathering.status == "planned" else set()
    mine = own is not None and is_expected(gathering, own)
    left = away - {row.member_id for row in made}
    return Life(
        gathering=gathering,
        pages=noun.pages(gathering),
        may_record=may_record,
        may_approve=can_approve(user, gathering.organization),
        has_begun=gathering.held_on <= today,
        is_today=gathering.held_on == today and gathering.status != "cancelled",
        needs_confirming=is_late_and_unconfirmed(gathering),
        notice=notice_words(gathering, matters) if gathering.status == "planned" else "",
        notice_shortfall=notice_shortfall(gathering, notice_days),
        leave_requests=leave_of(gathering, user, sees_all=may_record),
        is_expected=mine,
        has_replied=own is not None and own.pk in replied,
        coming_count=len(replied),
        turnout=turnout,
        people=turnout.in_words(tells_kind=may_record) if turnout else [],
        guests=list(gathering.guests.all()) if has_people else [],
        make_ups=made,
        may_make_up_self=own is not None and own.pk in left,
        may_make_up_others=may_record and bool(left),
        files=attachments_of([reference])[reference],
        removals=removals_of([reference])[reference],
        file_form=AttachmentForm(about=reference),
    )
