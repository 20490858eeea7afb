"""What 2018 has of node days and theme activities, planned and marked by its people: the same figures."""

import csv
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.operations.folders import YEAR_2018
from tests.reports.test_2018_entered_by_hand import marks_at, rows
from tests.reports.test_figures_of_a_year import EXPECTED_2018, given, loaded, printed
from zuji.activities.actions import (
    Marking,
    add_rule,
    announce,
    attend_activity,
    call_off_activity,
    call_off_observance,
    observe,
    plan_activity,
    plan_node_days,
)
from zuji.activities.models import NodeDay
from zuji.gatherings.queries import expected_on, first_marks_at
from zuji.operations.verification import differences
from zuji.organizations.models import Member

pytestmark = pytest.mark.django_db


def without_what_is_entered(folder: Path) -> Path:
    """Copy the year, leaving out the node days and activities with their marks."""
    shutil.copytree(YEAR_2018, folder)
    for name in ("node_days", "activities"):
        (folder / f"{name}.csv").unlink()
    marks = [row for row in rows("attendance") if row["event_kind"] not in ("node_day", "activity")]
    with (folder / "attendance.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(marks[0]))
        writer.writeheader()
        writer.writerows(marks)
    return folder


def day(text):
    return date.fromisoformat(text)


def numbered(record, code):
    """Give a record the number it has in the file: the figures name days and activities by their numbers."""
    type(record).objects.filter(pk=record.pk).update(code=code)
    record.refresh_from_db()
    return record


def listed(event, branch, on, marks):
    """What the page begins with, with the exceptions tapped."""
    people = expected_on(branch, on)
    begun = first_marks_at(event, branch, people)
    return begun | {who: mark for who, mark in marks.items() if who in begun}


def test_2018s_node_days_and_theme_activities_come_out_as_loaded(tmp_path):
    branch = loaded(without_what_is_entered(tmp_path / "year"), organization="教育二支部")
    people = {member.member_no: member for member in Member.objects.filter(registered_at=branch)}
    city = branch.parent
    assert printed(branch, 2018) != given(EXPECTED_2018)

    rules = []
    for row in rows("node_days"):
        rule = add_rule(city, name=row["name"], on=day(row["anniversary_on"]), comes_back=False, since_year=None).record
        announce(rule, year=2018, on=day(row["anniversary_on"]))
        rules.append(rule)
    plan_node_days(city, year=2018, rules=rules)
    marks = marks_at("node_day", people)
    for row in rows("node_days"):
        node_day = numbered(NodeDay.objects.get(name=row["name"]), row["node_id"])
        if row["status"] == "held":
            on = day(row["held_on"])
            marking = Marking(on, row["form"], listed(node_day, branch, on, marks[row["node_id"]]))
            observe(node_day, branch, marking=marking, seen=0, today=on, by="徐建军")
        else:
            call_off_observance(node_day, branch, reason="没有举行", seen=0, by="徐建军")
    marks = marks_at("activity", people)
    for row in rows("activities"):
        on = day(row["held_on"])
        activity = plan_activity(city, name=row["name"], held_on=on, organiser=row["organiser"], venue="").record
        numbered(activity, row["activity_id"])
        if row["status"] == "held":
            roll = listed(activity, branch, on, marks[row["activity_id"]])
            attend_activity(activity, branch, marks=roll, seen="", today=on)
        else:
            call_off_activity(activity, reason="没有举行")

    assert json.dumps(printed(branch, 2018), sort_keys=True) == json.dumps(given(EXPECTED_2018), sort_keys=True)
    assert list(differences()) == []
