"""The calendar is taken over, days are announced, and a year's plan is made from it."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.activities.actions.recording import record_node_day
from zuji.activities.calendar import anniversary, day_of
from zuji.activities.models import NodeDay, NodeDayAnnouncement, NodeDayRule
from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd, upsert
from zuji.organizations.models import Organization

CALENDAR = Path(__file__).resolve().parent.parent / "node_days.csv"
NUMBERS = ("month", "day", "weekday", "ordinal", "since_year")


@transaction.atomic
def adopt_calendar(organization: Organization) -> int:
    """Take over the shipped calendar; rules that are there stay as they were changed. Gives how many came."""
    with CALENDAR.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    there = set(NodeDayRule.objects.filter(organization=organization).values_list("code", flat=True))
    new = [row for row in rows if row["code"] not in there]
    for row in new:
        fields: dict[str, Any] = {name: int(row[name]) if row[name] else None for name in NUMBERS}
        fields |= {"name": row["name"], "kind": row["kind"], "note": row["note"], "is_on": row["is_on"] == "1"}
        upsert(NodeDayRule, {"organization": organization, "code": row["code"]}, fields)
    return len(new)


@transaction.atomic
def add_rule(
    organization: Organization, *, name: str, on: date, comes_back: bool, since_year: int | None
) -> Recorded[NodeDayRule]:
    """Add a day of one's own: every year on that day, or only where it is announced; the same name is the same day.

    Raises RecordingError for an absurd day, or a year of counting that is still to come.
    """
    refuse_absurd(on=on)
    if since_year is not None and not 1 <= since_year <= on.year:
        raise RecordingError("since_year", _("Counting begins in a year that has been."))
    kind = "fixed" if comes_back else "manual"
    when = {"month": on.month, "day": on.day} if comes_back else {"month": None, "day": None}
    existing = NodeDayRule.objects.filter(organization=organization, name=name).first()
    code = existing.code if existing else f"own-{NodeDayRule.objects.filter(organization=organization).count() + 1}"
    fields = {"name": name, "kind": kind, "since_year": since_year, "is_on": True, **when}
    recorded = upsert(NodeDayRule, {"organization": organization, "code": code}, fields)
    if not comes_back:
        announce(recorded.record, year=on.year, on=on)
    return recorded


@transaction.atomic
def announce(rule: NodeDayRule, *, year: int, on: date | None) -> None:
    """Enter the day announced for a year; None takes it back. Raises RecordingError for a day of another year."""
    if on is None:
        rule.announcements.filter(year=year).delete()
        return
    if on.year != year:
        raise RecordingError("on", _("The announced day is of another year."))
    NodeDayAnnouncement.objects.update_or_create(rule=rule, year=year, defaults={"announced_on": on})


@transaction.atomic
def plan_node_days(organization: Organization, *, year: int, rules: Iterable[NodeDayRule]) -> tuple[int, int]:
    """Make the plan of a year say exactly these days of the calendar. Gives how many came in and went out.

    Days entered otherwise, as by loading, stay. Raises ZujiError where a day that should go was marked by a branch.
    """
    Organization.objects.select_for_update().get(pk=organization.pk)
    wanted = {rule.pk: rule for rule in rules}
    announced = dict(
        NodeDayAnnouncement.objects.filter(rule__in=wanted, year=year).values_list("rule_id", "announced_on")
    )
    planned = NodeDay.objects.filter(organization=organization, anniversary_on__year=year, rule__isnull=False)
    gone = planned.exclude(rule__in=wanted)
    for node_day in gone:
        _take_out(node_day)
    came = 0
    for rule in wanted.values():
        on = day_of(rule, year, announced.get(rule.pk))
        if on is None:
            raise ZujiError(
                _("“%(name)s” has no day in %(year)s yet: enter the announced day.") % {"name": rule, "year": year}
            )
        code = f"ND{year}-{rule.pk}"
        recorded = record_node_day(organization, code=code, name=name_of_day(rule, year), anniversary_on=on)
        if recorded.record.rule_id != rule.pk:
            recorded.record.rule = rule
            recorded.record.save(update_fields=["rule"])
        came += recorded.is_new
    return came, len(gone)


def _take_out(node_day: NodeDay) -> None:
    if node_day.observances.exists() or node_day.attendance.exists():
        raise ZujiError(_("“%(name)s” has been marked by a branch already; it stays in the plan.") % {"name": node_day})
    sync(node_day, [])
    node_day.delete()


def name_of_day(rule: NodeDayRule, year: int) -> str:
    """Name a day of a year with its anniversary, as in 改革开放40周年."""
    found = anniversary(rule.since_year, year)
    return f"{rule.name}{found.number}周年" if found else rule.name
