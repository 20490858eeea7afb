"""The four tables of a month or a year (domain §5): what was sent, what was adopted, the sum, each member.

Sent is counted in the month of sending, adopted in the month of the body's decision; one without a day stands with its
sending.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, prefetch_related_objects

from zuji.foundation.clock import local_date
from zuji.infos.models import COUNTED_STATES, LEVELS, Info, InfoOutcome
from zuji.infos.queries.lists import counted_in, sent_in, span_of
from zuji.institutions.queries.standings import standings_of
from zuji.organizations.models import Organization
from zuji.organizations.queries import members_on

ADOPTED = ("adopted", "merged_adopted")
SHOWN = (*ADOPTED, "forwarded", "instructed")
KIND = "info.reported"


@dataclass(frozen=True)
class AdoptedLine:
    """One adoption, passing on or instruction: which info, and what which body did."""

    info: Info
    outcome: InfoOutcome
    on: date | None


@dataclass(frozen=True)
class MemberLine:
    """What one author sent, and what was adopted of it; without a member it is the branch's own."""

    name: str
    sent: int
    adopted: int
    instructed: int


@dataclass(frozen=True)
class Summary:
    """The sum of a period. `owed` is what the clause asks for, None where none does; rates are pairs of integers."""

    owed: int | None
    sent: int
    sent_a_year_before: int
    sent_so_far: int
    people: int
    adopted_infos: int
    adopted: dict[str, int]
    forwarded: int
    instructed: int

    @property
    def adopted_by_level(self) -> list[tuple[Any, int]]:
        """Each level in words with how many were adopted there."""
        return [(LEVELS[level], number) for level, number in self.adopted.items()]

    @property
    def is_short(self) -> bool:
        return self.owed is not None and self.sent < self.owed


@dataclass(frozen=True)
class InfoTables:
    """The four tables of a branch's month, or of its year where `month` is None."""

    organization: Organization
    year: int
    month: int | None
    sent: list[Info]
    adopted: list[AdoptedLine]
    summary: Summary
    members: list[MemberLine]


def info_tables(branch: Organization, year: int, month: int | None = None) -> InfoTables:
    """Count the four tables of a month or a year."""
    sent = list(sent_in(branch, year, month).prefetch_related("dispatches"))
    adopted = _outcomes_in(branch, year, month)
    counted = [info for info in sent if info.state in COUNTED_STATES and not info.duplicate_of]
    return InfoTables(
        branch,
        year,
        month,
        sent,
        adopted,
        _summary(branch, year, month, counted, adopted),
        _member_lines(branch, counted, adopted),
    )


def _outcomes_in(branch: Organization, year: int, month: int | None) -> list[AdoptedLine]:
    begins, ends = span_of(year, month)
    in_span = Q(on__gte=begins.date(), on__lt=ends.date())
    undated = Q(on=None, info__submitted_at__gte=begins, info__submitted_at__lt=ends)
    found = InfoOutcome.objects.filter(
        in_span | undated,
        info__organization=branch,
        info__state__in=COUNTED_STATES,
        info__duplicate_of="",
        kind__in=SHOWN,
    ).select_related("info__member", "dispatch")
    lines = [
        AdoptedLine(
            each.info, each, each.on or (local_date(each.info.submitted_at) if each.info.submitted_at else None)
        )
        for each in found
    ]
    return sorted(lines, key=lambda line: (line.on or date.max, line.outcome.pk))


def _summary(
    branch: Organization, year: int, month: int | None, counted: list[Info], adopted: list[AdoptedLine]
) -> Summary:
    last = span_of(year, month)[1].date()
    levels = Counter(line.outcome.level for line in adopted if line.outcome.kind in ADOPTED)
    so_far = counted_in(branch, year).filter(submitted_at__lt=span_of(year, month)[1]).count()
    return Summary(
        owed=_owed(branch, year, month),
        sent=len(counted),
        sent_a_year_before=counted_in(branch, year - 1, month).count(),
        sent_so_far=so_far,
        people=members_on(branch, date.fromordinal(last.toordinal() - 1)).count(),
        adopted_infos=len({line.info.pk for line in adopted if line.outcome.kind in ADOPTED}),
        adopted={level: levels[level] for level in LEVELS},
        forwarded=len({line.info.pk for line in adopted if line.outcome.kind == "forwarded"}),
        instructed=sum(line.outcome.kind == "instructed" for line in adopted),
    )


def _owed(branch: Organization, year: int, month: int | None) -> int | None:
    """Ask the standings what the branch owes: the clause is the only place where the number stands."""
    standings = [each for each in standings_of(branch, year) if each.member_id is None]
    prefetch_related_objects(standings, "duty__kinds")
    owed = [each for each in standings if each.duty.measure == "count" and _counts_infos(each)]
    inside = [each for each in owed if month is None or each.window_key == f"{year}-{month:02d}"]
    return sum(-(-each.minimum_n // each.minimum_d) for each in inside) if inside else None


def _counts_infos(standing: Any) -> bool:
    return KIND in [kind.kind for kind in standing.duty.kinds.all()]


def _member_lines(branch: Organization, counted: list[Info], adopted: list[AdoptedLine]) -> list[MemberLine]:
    names = {info.member_id: info.member.name if info.member else "" for info in counted}
    names |= {
        line.info.member_id: line.info.member.name if line.info.member else ""
        for line in adopted
        if line.outcome.kind != "forwarded"
    }
    sent = Counter(info.member_id for info in counted)
    taken = Counter(
        number for number, _pk in {(x.info.member_id, x.info.pk) for x in adopted if x.outcome.kind in ADOPTED}
    )
    instructed = Counter(line.info.member_id for line in adopted if line.outcome.kind == "instructed")
    lines = [MemberLine(name, sent[number], taken[number], instructed[number]) for number, name in names.items()]
    return sorted(lines, key=lambda line: (not line.name, -line.sent, line.name))
