"""What 2018 has of lectures and service activities, planned, held and marked by its people: the same figures."""

import csv
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.operations.folders import YEAR_2018
from tests.reports.test_2018_entered_by_hand import marks_at, rows
from tests.reports.test_figures_of_a_year import EXPECTED_2018, given, loaded, printed
from zuji.gatherings.queries import expected_on, first_marks_at
from zuji.operations.verification import differences
from zuji.organizations.models import Member
from zuji.service.actions import (
    LecturePlan,
    Proof,
    attend_activity,
    call_off_activity,
    cancel_lecture,
    hold_lecture,
    plan_activity,
    plan_lecture,
)
from zuji.service.models import ServiceActivity
from zuji.service.queries import lectures_of, year_of

pytestmark = pytest.mark.django_db


def without_what_is_entered(folder: Path) -> Path:
    """Copy the year, leaving out lectures and service activities with their marks."""
    shutil.copytree(YEAR_2018, folder)
    for name in ("lectures", "service_activities"):
        (folder / f"{name}.csv").unlink()
    marks = [row for row in rows("attendance") if row["event_kind"] != "service"]
    with (folder / "attendance.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(marks[0]))
        writer.writeheader()
        writer.writerows(marks)
    return folder


def enter_lectures(branch, people):
    """Plan each lecture, then say on the day it was recorded how many came."""
    for row in rows("lectures"):
        on = date.fromisoformat(row["held_on"])
        plan = LecturePlan(topic=row["topic"], held_on=on, host=row["host"], speakers=(people[row["member_id"]].pk,))
        lecture = plan_lecture(branch, plan=plan, on=on, by="徐建军", kind=row["kind"]).record
        if row["status"] != "held":
            cancel_lecture(lecture, reason="没有举行", on=on, by="徐建军")
            continue
        recorded_on = date.fromisoformat(row["recorded_on"])
        proof = Proof(audience_count=int(row["audience"]))
        hold_lecture(lecture, proof=proof, seen=lecture.revision, on=recorded_on, by="徐建军")


def enter_activities(branch, people):
    """The committee plans each activity, and the branch taps who came."""
    marks = marks_at("service", people)
    for row in rows("service_activities"):
        on = date.fromisoformat(row["held_on"])
        activity = plan_activity(branch.parent, name=row["name"], held_on=on, organiser=row["organiser"]).record
        # the figures name an activity by its number in the file
        ServiceActivity.objects.filter(pk=activity.pk).update(code=row["activity_id"])
        if row["status"] != "held":
            call_off_activity(activity, reason="没有举行")
            continue
        begun = first_marks_at(activity, branch, expected_on(branch, on))
        tapped = {who: mark for who, mark in marks[row["activity_id"]].items() if who in begun}
        attend_activity(activity, branch, marks=begun | tapped, seen="", today=on)


def test_2018s_lectures_and_service_come_out_as_loaded(tmp_path):
    branch = loaded(without_what_is_entered(tmp_path / "year"), organization="教育二支部")
    people = {member.member_no: member for member in Member.objects.filter(registered_at=branch)}
    assert printed(branch, 2018) != given(EXPECTED_2018)

    enter_lectures(branch, people)
    enter_activities(branch, people)

    assert json.dumps(printed(branch, 2018), sort_keys=True) == json.dumps(given(EXPECTED_2018), sort_keys=True)
    progress = year_of(branch, lectures_of(branch), year=2018, today=date(2018, 12, 31))
    assert (progress.given, progress.target, progress.percent) == (40, 40, 100)
    assert list(differences()) == []
