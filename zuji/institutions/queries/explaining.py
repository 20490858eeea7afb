"""Why a standing is as it is: a sentence, the clause quoted, and the records that prove it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from zuji.footprints.models import Footprint
from zuji.footprints.permissions import can_read_footprint
from zuji.footprints.queries import record_url, records_of
from zuji.institutions.models import Standing
from zuji.institutions.queries.judging import engine
from zuji.institutions.queries.wording import measured_words, period_words, remark_words, side_words
from zuji.kernel.days import date_of
from zuji.kernel.engines import judge
from zuji.kernel.statements import parameters
from zuji.organizations.models import Member, Organization


@dataclass(frozen=True)
class EvidenceLine:
    """One record behind a standing. `why_not` is empty when it counts; `sign` is -1 where the measure subtracts it."""

    on: date
    footprint: Footprint | None
    record: Any
    member: Member | None = None
    part: str = "numerator"
    sign: int = 1
    why_not: str = ""
    note: Any = ""
    """Which side of a ratio the record is counted on, and as what."""

    @property
    def url(self) -> str:
        """Where the record is shown."""
        return record_url(self.footprint.source) if self.footprint and self.record is not None else ""

    @property
    def why_words(self) -> str:
        """Say why it does not count."""
        return remark_words(self.why_not)


@dataclass(frozen=True)
class PersonLine:
    """One member expected at an event (coverage, share): came or not."""

    member: Member | None
    event: Any
    on: date
    was_present: bool
    is_excused: bool
    source: str = ""

    @property
    def url(self) -> str:
        """Where the event is shown."""
        return record_url(self.source) if self.event is not None else ""


@dataclass(frozen=True)
class Explanation:
    """Everything one needs to check a standing by hand."""

    standing: Standing
    period: str
    sentence: str
    evidence: tuple[EvidenceLine, ...] = ()
    left_out: tuple[EvidenceLine, ...] = ()
    people: tuple[PersonLine, ...] = field(default=())

    @property
    def headline(self) -> str:
        """The whole answer in one line: “4月 5 条，要求 6 条，差 1 条”."""
        who = f"{self.standing.member}：" if self.standing.member_id else ""
        return f"{who}{self.period} {self.sentence}"


def explain(branch: Organization, standings: list[Standing], *, as_of: date | None = None) -> list[Explanation]:
    """Explain standings of one branch and year, with few queries however many they are."""
    if not standings:
        return []
    year = standings[0].year
    values = parameters(organization_id=branch.pk, year=year, as_of=as_of)
    triggers = records_of(standing.window_key for standing in standings)
    evidence = _evidence(values, standings)
    left_out = _left_out(branch, standings, {row for rows in evidence.values() for row in rows}, values)
    footprints = _footprints({row[0] for rows in (*evidence.values(), *left_out.values()) for row in rows})
    records = records_of(f.source for f in footprints.values())
    people = _people(values, standings)

    def line(standing: Standing, number: int, part: str, sign: int, why_not: str) -> EvidenceLine:
        footprint = footprints[number]
        note = side_words(footprint.kind_label, part, sign) if standing.duty.measure == "ratio" else ""
        record = records.get(footprint.source)
        return EvidenceLine(footprint.happened_on, footprint, record, footprint.member, part, sign, why_not, note)

    found = []
    for standing in standings:
        key = _key(standing)
        lines = sorted((line(standing, *row) for row in evidence.get(key, [])), key=lambda e: (e.part, e.on))
        others = sorted((line(standing, *row) for row in left_out.get(key, [])), key=lambda e: e.on)
        found.append(
            Explanation(
                standing,
                period_words(standing.window_key, triggers.get(standing.window_key)),
                measured_words(standing),
                tuple(lines),
                tuple(others),
                tuple(people.get(key, [])),
            )
        )
    return found


def as_read_by(user: Any, explanations: Iterable[Explanation]) -> list[Explanation]:
    """Leave out whom a record names and where it is shown, where that is not the reader's to know.

    For what a branch owes as a whole and does for single members, such as visits: everybody reads that it counts.
    """

    def shown(line: EvidenceLine) -> EvidenceLine:
        if line.footprint is None or can_read_footprint(user, line.footprint):
            return line
        return replace(line, footprint=None, member=None, record=_("a record that concerns one member"))

    return [
        replace(e, evidence=tuple(map(shown, e.evidence)), left_out=tuple(map(shown, e.left_out))) for e in explanations
    ]


def _key(standing: Standing) -> tuple[int, int, str]:
    return standing.duty_id, standing.member_id or 0, standing.window_key


def _evidence(values: Any, standings: list[Standing]) -> dict[Any, list[tuple[int, str, int, str]]]:
    wanted = {_key(standing) for standing in standings if standing.duty.measure in ("count", "ratio")}
    found: dict[Any, list[tuple[int, str, int, str]]] = {}
    if wanted:
        for duty, _branch, member, window, footprint, part, sign, *_rest in judge(engine(), "evidence", values):
            if (duty, member, window) in wanted:
                found.setdefault((duty, member, window), []).append((footprint, part, sign, ""))
    return found


def _footprints(numbers: Iterable[int]) -> dict[int, Footprint]:
    return Footprint.objects.select_related("member", "actor", "organization").in_bulk(list(numbers))


def _left_out(
    branch: Organization, standings: list[Standing], counted: set[Any], values: Any
) -> dict[Any, list[tuple[int, str, int, str]]]:
    """Find footprints in a window of kinds the duty sums (and duplicates of them) that do not count, and say why."""
    counting = {row[0] for row in counted}
    remarks: dict[int, str] = {}
    for number, code in judge(engine(), "remark", values):
        if code != "LATE_CONFIRMED":
            remarks.setdefault(number, code)
    candidates = Footprint.objects.standing().filter(pk__in=remarks, organization=branch)
    found: dict[Any, list[tuple[int, str, int, str]]] = {}
    for footprint in candidates:
        for standing in standings:
            kinds = {kind.kind for kind in standing.duty.kinds.all()}
            is_duplicate = footprint.kind == "info.duplicate" and "info.reported" in kinds
            is_concerned = standing.member_id in (None, footprint.member_id)
            is_credited = is_duplicate or footprint.credit == standing.duty.credited_to
            if footprint.pk in counting or not is_concerned or not is_credited:
                continue
            is_in_window = standing.from_on <= footprint.happened_on <= standing.to_on
            if is_in_window and (footprint.kind in kinds or is_duplicate):
                found.setdefault(_key(standing), []).append((footprint.pk, "numerator", 1, remarks[footprint.pk]))
    return found


def _people(values: Any, standings: list[Standing]) -> dict[Any, list[PersonLine]]:
    wanted = [standing for standing in standings if standing.duty.measure in ("coverage", "share")]
    if not wanted:
        return {}
    rows = judge(engine(), "attendance", values)
    events = records_of(row[1] for row in rows)
    members = Member.objects.in_bulk({row[4] for row in rows})
    found: dict[Any, list[PersonLine]] = {}
    for standing in wanted:
        kinds = {kind.kind for kind in standing.duty.kinds.all() if kind.part == "denominator"}
        for kind, event, day, _branch, member, present, expected in rows:
            if kind not in kinds or standing.member_id not in (None, member):
                continue
            if standing.duty.measure == "coverage" and event != standing.window_key:
                continue
            on = date_of(day)
            if standing.from_on <= on <= standing.to_on:
                person = PersonLine(members.get(member), events.get(event), on, bool(present), not expected, event)
                found.setdefault(_key(standing), []).append(person)
    return {
        key: sorted(lines, key=lambda p: (p.on, p.was_present, p.member.member_no if p.member else ""))
        for key, lines in found.items()
    }
