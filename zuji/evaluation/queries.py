"""A member's year: what is owed, what is done, the score and why."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from zuji.evaluation.scores import Score, score
from zuji.footprints.kinds import CLOSE_KINDS
from zuji.footprints.models import Footprint
from zuji.footprints.queries import TimelineEntry, with_records
from zuji.foundation.periods import ChosenPeriod
from zuji.institutions.models import Duty, Standing
from zuji.institutions.queries.standings import FULFILLED, OWED
from zuji.institutions.queries.wording import measured_words, period_words
from zuji.organizations.models import Member, Organization

RECENT = 8


@dataclass(frozen=True)
class MemberDuty:
    """One duty of a member over a year: how it stands in one line, and where to see why."""

    duty: Duty
    standings: tuple[Standing, ...]
    status: str
    words: str
    url: str

    @property
    def fulfilled(self) -> int:
        return sum(s.status in FULFILLED for s in self.standings)

    @property
    def owed(self) -> int:
        return sum(s.status in OWED for s in self.standings)


@dataclass(frozen=True)
class MemberYear:
    """Everything a member's page shows of a year."""

    member: Member
    duties: tuple[MemberDuty, ...]
    score: Score
    recent: tuple[TimelineEntry, ...]

    @property
    def owed(self) -> int:
        return sum(duty.owed for duty in self.duties)

    @property
    def fulfilled(self) -> int:
        return sum(duty.fulfilled for duty in self.duties)


def member_year(member: Member, branch: Organization, standings: list[Standing], *, period: ChosenPeriod) -> MemberYear:
    """Gather a member's year from standings, theirs among them; the score is of what is decided so far (C12)."""
    own = [s for s in standings if s.member_id == member.pk and s.duty.bearer == "member"]
    own.sort(key=lambda s: (s.duty.version.institution.code, s.duty.clause.number, s.duty.from_on))  # as in the texts
    duties = list({s.duty_id: s.duty for s in own}.values())
    total = score(duties, own, year=period.year, credited_to="member")
    by_code: dict[str, list[Standing]] = {}
    for standing in own:
        by_code.setdefault(standing.duty.code, []).append(standing)
    return MemberYear(
        member,
        tuple(_member_duty(group, branch, period) for group in by_code.values()),
        total,
        tuple(with_records(recent_footprints(member, period))),
    )


def _member_duty(group: list[Standing], branch: Organization, period: ChosenPeriod) -> MemberDuty:
    duty = group[-1].duty
    statuses = Counter(s.status for s in group)
    shown = next((s for s in group if s.status == "due"), group[-1])
    order = ("missed", "due", "pending", "made_up", "met", "waived", "not_applicable")
    status = next(status for status in order if statuses[status])
    args: list[Any] = [branch.pk, duty.code, period.year]
    words = measured_words(group[0]) if len(group) == 1 else _words_of_many(group, shown)
    suffix = f"?as_of={period.as_of.isoformat()}" if period.as_of else ""
    return MemberDuty(duty, tuple(group), status, words, reverse("institutions:duty-detail", args=args) + suffix)


def _words_of_many(group: list[Standing], shown: Standing) -> str:
    fulfilled, owed = sum(s.status in FULFILLED for s in group), sum(s.status in OWED for s in group)
    if shown.status == "due":
        return f"{period_words(shown.window_key)} {measured_words(shown)}"
    return f"{fulfilled}/{owed}"


def recent_footprints(member: Member, period: ChosenPeriod) -> list[Footprint]:
    """Give a member's latest footprints of a year, marks of attendance and what stays in the branch left out."""
    last_day = min(date(period.year, 12, 31), period.as_of or date.max)
    return list(
        Footprint.objects.standing()
        .filter(member=member, mark="", happened_on__gte=date(period.year, 1, 1), happened_on__lte=last_day)
        .exclude(kind__in=CLOSE_KINDS)
        .exclude(credit="branch", kind__in=("info.reported", "lecture.given", "journal.submitted"))
        .order_by("-happened_on", "-id")[:RECENT]
    )
