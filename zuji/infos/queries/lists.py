"""Lists of infos: one's own, a branch's, what waits for somebody, what came to a desk."""

from dataclasses import dataclass
from datetime import date, datetime, time
from operator import attrgetter
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from zuji.foundation.clock import SHANGHAI, local_date
from zuji.infos.models import COUNTED_STATES, UNSENT_STATES, CommissionedTopic, Info, InfoDispatch, InfoOutcome
from zuji.infos.queries.ladder import has_said_no
from zuji.organizations.models import Member, Organization
from zuji.organizations.policies import value_on

WAITING = ("submitted", "branch_checked", "signed")


def span_of(year: int, month: int | None = None) -> tuple[datetime, datetime]:
    """Give the instants between which a month or a year lies in Shanghai (C16)."""
    first = date(year, month or 1, 1)
    after = date(year + 1, 1, 1) if month in (None, 12) else date(year, (month or 0) + 1, 1)
    return datetime.combine(first, time(), SHANGHAI), datetime.combine(after, time(), SHANGHAI)


def sent_in(branch: Organization, year: int, month: int | None = None) -> QuerySet[Info]:
    """Give the infos of a branch first sent in a month or a year, in the order they were."""
    begins, ends = span_of(year, month)
    found = Info.objects.filter(organization=branch, submitted_at__gte=begins, submitted_at__lt=ends)
    found = found.exclude(state__in=UNSENT_STATES).select_related("organization", "member")
    return found.prefetch_related("sent_texts").order_by("submitted_at", "pk")


def counted_in(branch: Organization, year: int, month: int | None = None) -> QuerySet[Info]:
    """Give those of them that count: not back to be mended, not withdrawn, not a duplicate (C8)."""
    return sent_in(branch, year, month).filter(state__in=COUNTED_STATES, duplicate_of="")


def own_open(member: Member | None) -> QuerySet[Info]:
    """Give a member's infos that are not sent, the last touched first."""
    found = Info.objects.filter(member=member) if member else Info.objects.none()
    return found.filter(state__in=(*UNSENT_STATES, "returned")).select_related("organization").order_by("-updated_at")


def waiting_in(branch: Organization, user: Any) -> QuerySet[Info]:
    """Give what was handed in to a branch and waits to be sent, the longest first.

    And what is still to be handed in of the branch's own, and of what the user entered for a member.
    """
    for_others = Info.objects.entered_by(user).values("pk")
    to_hand_in = Q(member__isnull=True) | Q(pk__in=for_others)
    waits = Q(state__in=WAITING) | (Q(state__in=("draft", "returned")) & to_hand_in)
    found = Info.objects.readable_by(user).filter(organization=branch).filter(waits)
    return found.select_related("organization", "member").order_by("updated_at", "pk")


def info_years(branch: Organization) -> list[int]:
    """Give the years in which a branch sent something."""
    sent = Info.objects.filter(organization=branch).exclude(state__in=UNSENT_STATES).exclude(submitted_at=None)
    return sorted({at.astimezone(SHANGHAI).year for at in sent.values_list("submitted_at", flat=True)})


@dataclass(frozen=True)
class InboxLine:
    """An info that came to a desk: with which title, on which day, passed on by whom (empty: sent by its branch)."""

    info: Info
    title: str
    on: date
    from_body: str
    is_settled: bool


def inbox_of(committee: Organization, year: int) -> list[InboxLine]:
    """Give what came to a committee in a year, each info with its last sending: what waits for a word first, then the
    latest."""
    sent = InfoDispatch.objects.filter(organization=committee, on__year=year).order_by("on", "pk")
    sent = sent.select_related("info__organization", "info__member", "sent_text")
    latest = {each.info_id: each for each in sent.prefetch_related("info__outcomes__dispatch", "info__events")}
    lines = [
        InboxLine(each.info, _title_of(each), each.on, each.from_body, _is_settled(each, committee))
        for each in sorted(latest.values(), key=attrgetter("on", "pk"), reverse=True)
    ]
    return sorted(lines, key=attrgetter("is_settled"))


def _title_of(sending: InfoDispatch) -> str:
    return (sending.sent_text or sending.info).title


def _is_settled(sending: InfoDispatch, committee: Organization) -> bool:
    """Say whether a desk has had its word: it decided, passed these very words on, or said no; or all is over.

    What the branch enters itself settles it for the desks it sent to.
    """
    info = sending.info
    if info.state != "reported" or has_said_no(info, committee.name):
        return True
    return any(_is_word_of(outcome, sending) for outcome in info.outcomes.all())


def _is_word_of(outcome: InfoOutcome, sending: InfoDispatch) -> bool:
    if outcome.desk_id is None:
        return not sending.from_body
    is_passed_on_before = outcome.dispatch is not None and outcome.dispatch.sent_text_id != sending.sent_text_id
    return outcome.desk_id == sending.organization_id and not is_passed_on_before


def inbox_years(committee: Organization) -> list[int]:
    """Give the years in which something came to a committee."""
    days: Any = InfoDispatch.objects.filter(organization=committee).dates("on", "year")
    return sorted(on.year for on in days)


def topics_for(organization: Organization) -> QuerySet[CommissionedTopic]:
    """Give the topics asked of an organization by itself or from above, the latest first, each with `answers`.

    Those are the infos sent on it by the organization and everything below.
    """
    below = Organization.objects.below(organization)
    sent = Info.objects.filter(state__in=COUNTED_STATES, organization__in=below).order_by("submitted_at", "pk")
    answers = Prefetch("infos", sent.select_related("organization", "member"), to_attr="answers")
    return CommissionedTopic.objects.of(organization).select_related("organization").prefetch_related(answers)


def waits_for_confirming(info: Info) -> bool:
    """Say whether an info was entered so late that it counts only once somebody else confirms it (C1)."""
    if info.submitted_at is None or info.recorded_on is None or info.confirmed_by or info.state not in COUNTED_STATES:
        return False
    sent_on = local_date(info.submitted_at)
    return (info.recorded_on - sent_on).days > int(value_on(info.organization, "late_after_days", sent_on))
