"""The board as its page shows it: cells with words and addresses."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from zuji.foundation import cells as shown
from zuji.foundation.numbers import month, month_day, percent
from zuji.foundation.periods import ChosenPeriod
from zuji.institutions.models import Institution, Standing
from zuji.institutions.queries.board import Board, Cell, DutyRow
from zuji.institutions.queries.wording import measured_words, period_words
from zuji.organizations.models import Organization


@dataclass(frozen=True)
class ShownRow:
    """A duty's line: where its name leads, its cells (gaps filled), and the sum at the end.

    `share` is how much of a yearly minimum is done, in per cent, for the track; None where months are shown.
    """

    title: str
    url: str
    note: str
    cells: tuple[shown.Cell, ...]
    total: str
    share: int | None
    words: str


@dataclass(frozen=True)
class ShownGroup:
    """An institution's lines."""

    institution: Institution
    url: str
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True)
class Step:
    """What to do next: the duty, what is lacking, by when, and where to see why."""

    title: str
    words: str
    by: date
    url: str


def board_page(board: Board, *, branch: Organization, period: ChosenPeriod, on: date) -> list[ShownGroup]:
    """Lay the board out for its page, with the address of every cell."""
    return [
        ShownGroup(
            group.institution,
            reverse("institutions:institution-detail", args=[branch.pk, group.institution.pk]) + period.query,
            tuple(_row(row, branch, period) for row in group.rows),
        )
        for group in board.groups
    ]


def _row(row: DutyRow, branch: Organization, period: ChosenPeriod) -> ShownRow:
    duty = row.duty
    url = reverse("institutions:duty-detail", args=[branch.pk, duty.code, period.year]) + _as_of(period)
    return ShownRow(
        title=duty.title,
        url=url,
        note=f"{duty.clause.label} · {_cadence_words(row)}",
        cells=tuple(_with_gaps([_cell(cell, row, branch, period) for cell in row.cells], row)),
        total=f"{row.fulfilled}/{row.owed}" if row.owed else "—",
        share=row.done_share if row.is_track else None,
        words=_track_words(row) if row.is_track else "",
    )


def _as_of(period: ChosenPeriod) -> str:
    return f"?as_of={period.as_of.isoformat()}" if period.as_of else ""


def _cell(cell: Cell, row: DutyRow, branch: Organization, period: ChosenPeriod) -> tuple[Cell, shown.Cell]:
    args = [branch.pk, row.duty.code, period.year, *([cell.window_key] if cell.window_key else [])]
    name = "institutions:standing-detail" if cell.window_key else "institutions:duty-detail"
    return cell, shown.Cell(
        state=cell.status,
        number=_number(cell, row),
        url=reverse(name, args=args) + _as_of(period),
        span=cell.width,
        late=cell.is_late,
        when=cell.label or _when(cell),
    )


def _when(cell: Cell) -> str:
    if cell.window_key and ":" not in cell.window_key:
        return period_words(cell.window_key)
    return month(cell.month)


def _number(cell: Cell, row: DutyRow) -> str:
    if cell.status in ("pending", "waived", "not_applicable"):
        return ""
    if row.duty.measure == "count" and not cell.counts_people and row.duty.cadence == "per_trigger":
        return ""
    if cell.status == "met" and not cell.counts_people and row.duty.measure == "count":
        return str(cell.done)
    return f"{cell.done}/{cell.asked}"


def _with_gaps(cells: list[tuple[Cell, shown.Cell]], row: DutyRow) -> list[shown.Cell]:
    """Fill the months in which nothing is owed, so that twelve columns stay twelve."""
    filled: list[shown.Cell] = []
    month_now = 1
    for cell, drawn in cells:
        filled += [shown.Cell(state="none")] * (cell.month - month_now)
        filled.append(drawn)
        month_now = cell.month + cell.width
    return filled + [shown.Cell(state="none")] * (13 - month_now)


def _track_words(row: DutyRow) -> str:
    cell = row.cells[0]
    if cell.counts_people:
        lacking = cell.asked - cell.done
        told = {"done": cell.done, "asked": cell.asked, "lacking": lacking}
        words = _("%(done)d of %(asked)d members, %(lacking)d to go") if lacking > 0 else _("all %(asked)d members")
        return words % told
    if row.duty.measure == "count":
        return f"{cell.done}/{cell.asked} {row.duty.unit}"
    return f"{cell.done} ÷ {cell.asked} = {percent(cell.done, cell.asked)}" if cell.asked else "—"


def _cadence_words(row: DutyRow) -> str:
    duty = row.duty
    words = {
        "monthly": _("every month"),
        "quarterly": _("every quarter"),
        "half_yearly": _("every half-year"),
        "yearly": _("every year"),
        "per_trigger": _("each time"),
    }[duty.cadence]
    if duty.measure == "count":
        return f"{words} {duty.minimum_n // duty.minimum_d} {duty.unit}"
    return f"{words} ≥ {percent(duty.minimum_n, duty.minimum_d, 0)}"


def next_steps(standings: list[Standing], *, branch: Organization, period: ChosenPeriod) -> list[Step]:
    """Say what to do next, nearest first; obligations about several members are one step."""
    steps: dict[Any, list[Standing]] = {}
    for standing in standings:
        steps.setdefault((standing.duty.code, standing.window_key), []).append(standing)
    return [_step(group, branch, period) for group in steps.values()]


def _step(group: list[Standing], branch: Organization, period: ChosenPeriod) -> Step:
    first = group[0]
    args = [branch.pk, first.duty.code, period.year, first.window_key]
    words = measured_words(first)
    if first.member_id is not None:
        words = _("%(number)d members to go by %(by)s") % {"number": len(group), "by": month_day(first.to_on)}
    url = reverse("institutions:standing-detail", args=args) + _as_of(period)
    return Step(first.duty.title, words, first.to_on, url)
