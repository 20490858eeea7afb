"""The board as its page shows it: cells with words and addresses."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zuji.footprints.kinds import KINDS
from zuji.footprints.queries import labels_of
from zuji.foundation import cells as shown
from zuji.foundation.numbers import month, month_day, percent
from zuji.foundation.periods import ChosenPeriod
from zuji.institutions.models import DutyKind, Institution, Standing
from zuji.institutions.queries.board import Board, Cell, DutyRow
from zuji.institutions.queries.wording import measured_words, period_words
from zuji.organizations.models import Organization


@dataclass(frozen=True)
class Track:
    """A year's progress as one bar: see `ui/track.html`."""

    percent: int
    mark: int | None
    mark_label: str
    text: str
    state: str
    url: str


@dataclass(frozen=True)
class ShownRow:
    """A duty's line: where its name leads, its cells (gaps filled) or one track over the year, and the sum."""

    title: str
    url: str
    note: str
    cells: tuple[shown.Cell, ...]
    track: Track | None
    total: str


@dataclass(frozen=True)
class ShownGroup:
    """An institution's lines."""

    institution: Institution
    url: str
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True)
class Step:
    """One thing to do next, or one that was missed: the duty and period, what is lacking, and where to see why."""

    title: str
    words: str
    by: date
    url: str
    begin_url: str = ""
    """Where such work begins, for who may begin it."""


@dataclass(frozen=True)
class Headline:
    """One duty's sum over the year, as a figure that leads to its evidence."""

    label: str
    value: str
    note: str
    url: str


HEADLINES = 3


def board_page(board: Board, *, branch: Organization, period: ChosenPeriod, on: date) -> list[ShownGroup]:
    """Lay the board out for its page, with the address of every cell."""
    return [
        ShownGroup(
            group.institution,
            reverse("institutions:institution-detail", args=[branch.pk, group.institution.pk]) + period.query,
            tuple(_row(row, branch, period, on) for row in group.rows),
        )
        for group in board.groups
    ]


def _row(row: DutyRow, branch: Organization, period: ChosenPeriod, on: date) -> ShownRow:
    duty = row.duty
    drawn = [_cell(cell, row, branch, period) for cell in row.cells]
    return ShownRow(
        title=duty.title,
        url=reverse("institutions:duty-detail", args=[branch.pk, duty.code, period.year]) + _as_of(period),
        note=f"{duty.clause.label} · {_cadence_words(row)}",
        cells=() if row.is_track else tuple(_with_gaps(drawn)),
        track=_track(row, drawn[0][1].url, period, on) if row.is_track else None,
        total=f"{row.fulfilled}/{row.owed}" if row.owed else "—",
    )


def _track(row: DutyRow, url: str, period: ChosenPeriod, on: date) -> Track:
    mark, label = _mark(row, period, on)
    return Track(row.done_share, mark, label, _track_words(row), row.cells[0].status, url)


def _mark(row: DutyRow, period: ChosenPeriod, on: date) -> tuple[int | None, str]:
    """Say where the dashed line stands: at the rate asked, or in a running year where today would be."""
    duty, is_ratio = row.duty, row.duty.measure != "count"
    if is_ratio and not row.cells[0].counts_people:
        return duty.minimum_n * 100 // duty.minimum_d, _("dashed: what is asked")
    if on.year != period.year:
        return None, ""
    days_in_year = (date(period.year + 1, 1, 1) - date(period.year, 1, 1)).days
    return on.timetuple().tm_yday * 100 // days_in_year, _("dashed: today")


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
        heading=str(cell.month) if cell.width == 1 else "",
        late=cell.is_late,
        when=_when(cell),
        detail=cell.label,
    )


def _when(cell: Cell) -> str:
    return month(cell.month) if cell.width == 1 else f"{cell.month}—{month(cell.month + cell.width - 1)}"


def _number(cell: Cell, row: DutyRow) -> str:
    is_one_count = row.duty.measure == "count" and not cell.counts_people
    if cell.status in ("pending", "waived", "not_applicable") or (is_one_count and row.duty.cadence == "per_trigger"):
        return ""
    says_itself = is_one_count or (cell.width == 1 and cell.done == cell.asked)
    return str(cell.done) if cell.status == "met" and says_itself else f"{cell.done}/{cell.asked}"


def _with_gaps(cells: list[tuple[Cell, shown.Cell]]) -> list[shown.Cell]:
    """Fill the months in which nothing is owed, so that twelve columns stay twelve."""
    gap = shown.Cell(shown.NOTHING_DUE)
    filled: list[shown.Cell] = []
    month_now = 1
    for cell, drawn in cells:
        filled += [gap] * (cell.month - month_now)
        filled.append(drawn)
        month_now = cell.month + cell.width
    return filled + [gap] * (13 - month_now)


def _track_words(row: DutyRow) -> str:
    cell = row.cells[0]
    if cell.counts_people:
        lacking = cell.asked - cell.done
        told = {"done": cell.done, "asked": cell.asked, "lacking": lacking}
        if cell.status == "due" and row.duty.measure != "count":
            return _("%(done)d of %(asked)d members reach it so far") % told
        if lacking <= 0:
            return _("all %(asked)d members") % told
        if cell.status == "missed":
            return _("%(done)d of %(asked)d members") % told
        return _("%(done)d of %(asked)d members, %(lacking)d to go") % told
    if row.duty.measure == "count":
        asked = "" if cell.status == "met" else f"/{cell.asked}"
        return f"{cell.done}{asked} {row.duty.unit}"
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
    if duty.minimum_n == duty.minimum_d:
        return f"{words} {_('everyone')}"
    return f"{words} ≥ {percent(duty.minimum_n, duty.minimum_d, 0)}"


def headlines_of(board: Board, *, branch: Organization, period: ChosenPeriod) -> list[Headline]:
    """Sum up the branch's weightiest duties, as many as fit beside the counts."""
    rows = [row for group in board.groups for row in group.rows if row.duty.credited_to == "branch"]
    weightiest = sorted((r for r in rows if r.duty.measure in ("count", "ratio")), key=lambda r: -r.duty.weight)
    return [_headline(row, branch, period) for row in weightiest[:HEADLINES]]


def _headline(row: DutyRow, branch: Organization, period: ChosenPeriod) -> Headline:
    duty, cells = row.duty, row.cells
    url = reverse("institutions:duty-detail", args=[branch.pk, duty.code, period.year]) + _as_of(period)
    if duty.measure == "ratio":
        done, asked = sum(cell.done for cell in cells), sum(cell.asked for cell in cells)
        return Headline(duty.title, percent(done, asked), f"{done} ÷ {asked}", url)
    if any(cell.counts_people for cell in cells):
        return Headline(duty.title, str(row.fulfilled), f"/ {row.owed}", url)
    return Headline(duty.title, str(sum(cell.done for cell in cells)), duty.unit, url)


def steps_of(
    standings: list[Standing], *, branch: Organization, period: ChosenPeriod, may_begin: bool = False
) -> list[Step]:
    """Put standings into words for a list, in their order; obligations about several members are one step."""
    steps: dict[Any, list[Standing]] = {}
    for standing in standings:
        steps.setdefault((standing.duty.code, standing.window_key), []).append(standing)
    labels = labels_of({window for _code, window in steps if ":" in window})
    begins = _pages_to_begin_at(standings, branch) if may_begin else {}
    return [
        replace(_step(group, labels, branch, period), begin_url=begins.get(group[0].duty_id, ""))
        for group in steps.values()
    ]


def _pages_to_begin_at(standings: list[Standing], branch: Organization) -> dict[int, str]:
    """Find, for each duty that sums a kind of work with a page to begin at, that page."""
    pages = {kind.code: reverse(kind.begins_at, args=[branch.pk]) for kind in KINDS.values() if kind.begins_at}
    summed = DutyKind.objects.filter(duty__in={s.duty_id for s in standings}, kind__in=pages, part="numerator")
    return {duty: pages[kind] for duty, kind in summed.values_list("duty_id", "kind")}


def _step(group: list[Standing], labels: dict[str, str], branch: Organization, period: ChosenPeriod) -> Step:
    first = group[0]
    args = [branch.pk, first.duty.code, period.year, first.window_key]
    words = measured_words(first)
    if first.member_id is not None and first.status == "due":
        words = _("%(number)d members to go by %(by)s") % {"number": len(group), "by": month_day(first.to_on)}
    elif first.member_id is not None:
        words = ngettext("%(number)d member short", "%(number)d members short", len(group)) % {"number": len(group)}
    when = period_words(first.window_key, labels.get(first.window_key))
    title = first.duty.title if first.duty.cadence == "yearly" else f"{when} · {first.duty.title}"
    url = reverse("institutions:standing-detail", args=args) + _as_of(period)
    return Step(title, words, first.to_on, url)
