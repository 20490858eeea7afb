"""A branch's year as one picture: duties x periods, grouped by the institution that makes them due."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zuji.footprints.queries import labels_of
from zuji.institutions.models import Duty, Institution, Standing
from zuji.institutions.queries.standings import FULFILLED, OWED, is_reached_so_far
from zuji.institutions.queries.wording import minimum_of

WIDTHS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
WORST_FIRST = ("missed", "due", "pending", "made_up", "met", "waived", "not_applicable")


@dataclass(frozen=True)
class Cell:
    """One cell: where it lies (month 1-12, width in months), how it stands, and the numbers it shows.

    `window_key` is empty where several windows share the cell; the duty's own page then lists them. `done` and
    `asked` are what was done against the minimum, or how many obligations of the cell are fulfilled against owed
    (`counts_people`); of rates that are still open, how many reach what is asked so far.
    """

    month: int
    width: int
    status: str
    window_key: str
    label: str
    done: int
    asked: int
    counts_people: bool
    is_late: bool


@dataclass(frozen=True)
class DutyRow:
    """One duty's line of the board with its cells in order, and how many of its obligations are fulfilled."""

    duty: Duty
    cells: tuple[Cell, ...]
    fulfilled: int
    owed: int
    done_share: int
    """How much of a yearly minimum is done, in whole per cent up to 100, for the track."""

    @property
    def is_track(self) -> bool:
        return len(self.cells) == 1 and self.cells[0].width == 12


@dataclass(frozen=True)
class BoardGroup:
    """An institution with the lines its clauses make."""

    institution: Institution
    rows: tuple[DutyRow, ...]


@dataclass(frozen=True)
class Board:
    """The picture of a year."""

    groups: tuple[BoardGroup, ...]
    fulfilled: int
    owed: int
    due_now: int


def board_of(standings: list[Standing], *, year: int) -> Board:
    """Lay standings of one branch's year out as cells. Takes them with `duty` in place; asks only for labels."""
    labels = labels_of({s.window_key for s in standings if ":" in s.window_key})
    by_code: dict[str, list[Standing]] = {}
    for standing in standings:
        by_code.setdefault(standing.duty.code, []).append(standing)
    groups: dict[int, tuple[Institution, list[DutyRow]]] = {}
    for group in sorted(by_code.values(), key=_place):
        duty = group[-1].duty
        institution = duty.version.institution
        groups.setdefault(institution.pk, (institution, []))[1].append(_row(duty, group, labels, year))
    statuses = Counter(standing.status for standing in standings)
    return Board(
        tuple(BoardGroup(institution, tuple(rows)) for institution, rows in groups.values()),
        sum(statuses[status] for status in FULFILLED),
        sum(statuses[status] for status in OWED),
        statuses["due"],
    )


def _place(group: list[Standing]) -> tuple[str, int, int]:
    duty = group[-1].duty
    return duty.version.institution.code, duty.clause.number, duty.pk


def _row(duty: Duty, standings: list[Standing], labels: dict[str, str], year: int) -> DutyRow:
    places: dict[tuple[int, int], list[Standing]] = {}
    for standing in standings:
        places.setdefault(_where(standing, year), []).append(standing)
    cells = tuple(_cell(month, width, there, labels) for (month, width), there in sorted(places.items()))
    fulfilled = sum(s.status in FULFILLED for s in standings)
    owed = sum(s.status in OWED for s in standings)
    return DutyRow(duty, cells, fulfilled, owed, _share(standings, owed))


def _where(standing: Standing, year: int) -> tuple[int, int]:
    width = WIDTHS.get(standing.duty.cadence)
    if width is None:
        return (12 if standing.to_on.year > year else standing.to_on.month), 1
    return standing.opens_on.month, width


def _cell(month: int, width: int, standings: list[Standing], labels: dict[str, str]) -> Cell:
    status = min((s.status for s in standings), key=WORST_FIRST.index)
    windows = {s.window_key for s in standings}
    window = windows.pop() if len(windows) == 1 else ""
    first = standings[0]
    counts_people = len(standings) > 1 or first.member_id is not None
    if counts_people:
        done, asked = sum(map(_is_done, standings)), sum(s.status in OWED for s in standings)
    elif first.duty.measure == "count":
        done, asked = first.numerator, int(minimum_of(first))
    else:
        done, asked = first.numerator, first.denominator
    is_late = any(s.is_late for s in standings)
    return Cell(month, width, status, window, labels.get(window, ""), done, asked, counts_people, is_late)


def _is_done(standing: Standing) -> bool:
    is_open_rate = standing.status == "due" and standing.duty.measure != "count"
    return is_reached_so_far(standing) if is_open_rate else standing.status in FULFILLED


def _share(standings: list[Standing], owed: int) -> int:
    first = standings[0]
    if first.member_id is not None:
        return sum(map(_is_done, standings)) * 100 // owed if owed else 0
    if first.duty.measure == "count":
        minimum = minimum_of(first)
        return min(100, int(100 * first.numerator / minimum)) if minimum else 100
    return first.numerator * 100 // first.denominator if first.denominator > 0 else 0


def fell_short(standings: Iterable[Standing]) -> list[Standing]:
    """Give what was missed, latest first."""
    return sorted((s for s in standings if s.status == "missed"), key=lambda s: s.to_on, reverse=True)


def standings_on(standings: Iterable[Standing], on: date) -> list[Standing]:
    """Give what is open on a day and lacks something, nearest deadline first: what to do next."""
    lacking = (s for s in standings if s.status == "due" and s.opens_on <= on <= s.to_on and not _is_done(s))
    return sorted(lacking, key=lambda s: s.to_on)
