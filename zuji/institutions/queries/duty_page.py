"""One duty over a year: every window with how it stands, and about whom it is owed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from zuji.footprints.queries import labels_of, record_url
from zuji.foundation.periods import ChosenPeriod
from zuji.institutions.models import Standing
from zuji.institutions.queries.board import WORST_FIRST
from zuji.institutions.queries.standings import FULFILLED, OWED
from zuji.institutions.queries.wording import measured_words, period_words
from zuji.organizations.models import Member, Organization


@dataclass(frozen=True)
class PersonStanding:
    """How a window stands about one member."""

    member: Member
    status: str
    words: str
    is_late: bool


@dataclass(frozen=True)
class WindowLine:
    """One window of a duty. `people` holds only those whom the reader may read about."""

    period: str
    from_on: date
    to_on: date
    status: str
    words: str
    is_late: bool
    url: str
    trigger_url: str
    people: tuple[PersonStanding, ...]


def window_lines(
    standings: Iterable[Standing], readable: Iterable[Standing], branch: Organization, period: ChosenPeriod
) -> list[WindowLine]:
    """Lay out a duty's windows in order; `readable` are the standings about members that the reader may read."""
    windows: dict[str, list[Standing]] = {}
    for standing in standings:
        windows.setdefault(standing.window_key, []).append(standing)
    people: dict[str, list[PersonStanding]] = {}
    for standing in readable:
        if standing.member is not None:
            person = PersonStanding(standing.member, standing.status, measured_words(standing), bool(standing.is_late))
            people.setdefault(standing.window_key, []).append(person)
    labels = labels_of({window for window in windows if ":" in window})
    as_of = f"?as_of={period.as_of.isoformat()}" if period.as_of else ""
    return [
        _line(group, labels.get(window), branch, period.year, as_of, tuple(people.get(window, [])))
        for window, group in windows.items()
    ]


def _line(group: list[Standing], label: Any, branch: Organization, year: int, as_of: str, people: Any) -> WindowLine:
    first = group[0]
    url = reverse("institutions:standing-detail", args=[branch.pk, first.duty.code, year, first.window_key]) + as_of
    return WindowLine(
        period_words(first.window_key, label),
        min(s.from_on for s in group),
        max(s.to_on for s in group),
        worst_of(group),
        summed_words(group),
        any(s.is_late for s in group),
        url,
        record_url(first.window_key) if label is not None else "",
        people,
    )


def worst_of(standings: Iterable[Standing]) -> str:
    """Give the one state that stands for several: the worst."""
    return min((s.status for s in standings), key=WORST_FIRST.index)


def summed_words(standings: list[Standing]) -> str:
    """Say in one line how several standings stand, or the one there is."""
    if len(standings) == 1 and standings[0].member_id is None:
        return measured_words(standings[0])
    counts = {
        "owed": sum(s.status in OWED for s in standings),
        "fulfilled": sum(s.status in FULFILLED for s in standings),
        "missed": sum(s.status == "missed" for s in standings),
        "open": sum(s.status in ("due", "pending") for s in standings),
    }
    parts = [_("%(fulfilled)d of %(owed)d fulfilled")]
    parts += [_("%(missed)d missed")] if counts["missed"] else []
    parts += [_("%(open)d in progress")] if counts["open"] else []
    return _(", ").join(parts) % counts
