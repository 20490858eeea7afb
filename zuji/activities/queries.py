"""Reads of node days and theme activities: the calendar of a year, what is planned, how it was marked, what comes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from zuji.activities.calendar import Anniversary, anniversary, day_of
from zuji.activities.models import (
    NodeDay,
    NodeDayAnnouncement,
    NodeDayObservance,
    NodeDayRule,
    ThemeActivity,
)
from zuji.organizations.models import Organization

AHEAD = 30
"""How many days ahead what comes is told (domain §3.1)."""


@dataclass(frozen=True)
class CalendarDay:
    """A day of a year's calendar: the rule it comes from, the plan it is in, and how the branch marked it.

    `on` is None for one that is announced year by year and not yet. A planned day without a rule was loaded.
    """

    name: str
    on: date | None
    note: str
    anniversary: Anniversary | None
    rule: NodeDayRule | None
    node_day: NodeDay | None
    observance: NodeDayObservance | None

    @property
    def is_planned(self) -> bool:
        return self.node_day is not None

    @property
    def state(self) -> str:
        """How it stands with the branch: held, cancelled, or open; "" where it is not in the plan."""
        if self.node_day is None:
            return ""
        return self.observance.status if self.observance and self.observance.status != "planned" else "open"


@dataclass(frozen=True)
class CalendarMonth:
    """The days of one month, in order."""

    number: int
    days: tuple[CalendarDay, ...]


def calendar_of(organization: Organization, year: int) -> list[CalendarDay]:
    """Give the days of a year for an organization: the calendar that reaches it, and the plans above it and its own.

    Each is a rule, with what was planned from it; planned days that came by loading stand by themselves.
    """
    rules = list(NodeDayRule.objects.of(organization).order_by("pk"))
    announced = dict(
        NodeDayAnnouncement.objects.filter(rule__in=rules, year=year).values_list("rule_id", "announced_on")
    )
    planned = list(NodeDay.objects.of(organization).filter(anniversary_on__year=year).select_related("rule"))
    observances = {
        each.node_day_id: each
        for each in NodeDayObservance.objects.filter(organization=organization, node_day__in=planned)
    }
    by_rule = {node_day.rule_id: node_day for node_day in planned if node_day.rule_id}
    days = []
    for rule in rules:
        node_day = by_rule.get(rule.pk)
        if node_day is None and not rule.is_on:
            continue
        on = node_day.anniversary_on if node_day else day_of(rule, year, announced.get(rule.pk))
        days.append(
            CalendarDay(
                rule.name, on, rule.note, anniversary(rule.since_year, year), rule, node_day,
                observances.get(node_day.pk) if node_day else None,
            )
        )  # fmt: skip
    days += [
        CalendarDay(each.name, each.anniversary_on, "", None, None, each, observances.get(each.pk))
        for each in planned
        if each.rule_id is None
    ]
    return sorted(days, key=lambda each: (each.on is None, each.on or date.max, each.name))


def by_month(days: Iterable[CalendarDay]) -> list[CalendarMonth]:
    """Lay days out by month; those without a day yet are not among them."""
    months: dict[int, list[CalendarDay]] = {}
    for each in days:
        if each.on is not None:
            months.setdefault(each.on.month, []).append(each)
    return [CalendarMonth(number, tuple(found)) for number, found in sorted(months.items())]


def coming_up(days: Iterable[CalendarDay], today: date) -> list[CalendarDay]:
    """Give what is planned in the next thirty days and not marked yet."""
    until = today + timedelta(days=AHEAD)
    return [each for each in days if each.state == "open" and each.on and today <= each.on <= until]


def offered_rules(organization: Organization) -> QuerySet[NodeDayRule]:
    """Give the rules an organization may plan from: its own and those above it."""
    return NodeDayRule.objects.of(organization).order_by("month", "day", "pk")


def calendar_years(organization: Organization) -> list[int]:
    """Give the years with a plan that reaches an organization."""
    return sorted(on.year for on in NodeDay.objects.of(organization).dates("anniversary_on", "year"))


def activities_of(organization: Organization, year: int) -> QuerySet[ThemeActivity]:
    """Give the theme activities of a year that reach an organization, newest first."""
    found = ThemeActivity.objects.of(organization).filter(held_on__year=year)
    return found.select_related("organization").order_by("-held_on", "-pk")


def activity_years(organization: Organization) -> list[int]:
    """Give the years with a theme activity."""
    return sorted(on.year for on in ThemeActivity.objects.of(organization).dates("held_on", "year"))
