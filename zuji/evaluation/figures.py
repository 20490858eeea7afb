"""The figures of a branch's year, each computed from standings or from the ledger, none typed in."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from zuji.institutions.models import Duty, Standing
from zuji.institutions.queries.judging import engine
from zuji.institutions.queries.standings import DECIDED, FULFILLED
from zuji.kernel.days import date_of
from zuji.kernel.engines import judge
from zuji.kernel.statements import parameters
from zuji.organizations.models import Organization


@dataclass(frozen=True)
class Counted:
    """A footprint that counts, as the kernel sees it."""

    id: int
    kind: str
    credit: str
    member_id: int | None
    actor_id: int | None
    about: str
    on: date
    cohort_on: date
    quantity: int


@dataclass
class YearOfWork:
    """What counts in a branch's year. Grain of `counted`: a footprint of the branch with its cohort in the year."""

    counted: list[Counted]
    standings: list[Standing]
    duties: list[Duty]
    by_kind: dict[str, list[Counted]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        grouped: dict[str, list[Counted]] = defaultdict(list)
        for footprint in self.counted:
            grouped[footprint.kind].append(footprint)
        self.by_kind = grouped

    def of(self, kind: str, credit: str = "branch") -> list[Counted]:
        """Give the footprints of a kind that feed the branch's (or members') credit."""
        return [footprint for footprint in self.by_kind.get(kind, []) if footprint.credit == credit]

    def total(self, kind: str) -> int:
        """Sum the quantity of a kind over the branch's year."""
        return sum(footprint.quantity for footprint in self.of(kind))

    def satisfied(self, standings: Iterable[Standing]) -> int:
        """Count the standings that are met or made up."""
        return sum(standing.status in FULFILLED for standing in standings)

    def standings_where(self, *, kind: str = "", trigger: str = "") -> list[Standing]:
        """Give the decided branch standings of duties that sum a kind, or that a trigger opens."""
        return [
            standing
            for standing in self.standings
            if standing.status in DECIDED
            and standing.duty.credited_to == "branch"
            and (not trigger or standing.duty.trigger_kind == trigger)
            and (not kind or any(k.kind == kind and k.part == "numerator" for k in standing.duty.kinds.all()))
        ]


def counted_of(branch: Organization, year: int, *, as_of: date | None = None) -> list[Counted]:
    """Give the footprints of a branch that count in a year (by cohort), late and membership rules applied."""
    values = parameters(organization_id=branch.pk, year=year, as_of=as_of)
    rows = judge(engine(), "counted_footprint", values)
    found = [
        Counted(row[0], row[1], row[3], row[4], row[5], row[6], date_of(row[7]), date_of(row[8]), row[9])
        for row in rows
        if row[2] == branch.pk
    ]
    return [footprint for footprint in found if footprint.cohort_on.year == year]


def attendance_of(branch: Organization, year: int, *, as_of: date | None = None) -> dict[int, tuple[int, int]]:
    """Give present and required counts of each member over the year's counting all-member sessions (C2)."""
    values = parameters(organization_id=branch.pk, year=year, as_of=as_of)
    present: Counter[int] = Counter()
    required: Counter[int] = Counter()
    for kind, _event, day, _organization, member, was_present, was_expected in judge(engine(), "attendance", values):
        if kind == "meeting.held" and date_of(day).year == year:
            present[member] += was_present * was_expected
            required[member] += was_expected
    return {member: (present[member], required[member]) for member in required}
