"""What 2018 has of meetings, study, contacts and receipts, entered day by day by its people: the same figures."""

import csv
import json
import shutil
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.operations.folders import YEAR_2018
from tests.reports.test_figures_of_a_year import EXPECTED_2018, given, loaded, printed
from zuji.accounts.models import User
from zuji.contacts.actions import make_contact
from zuji.foundation.periods import asked_quarter
from zuji.gatherings.actions import Roll, give_notice
from zuji.gatherings.models import Gathering
from zuji.gatherings.queries import expected_at, first_marks
from zuji.meetings.actions import approve_minutes, ask_leave, decide_leave, hold_meeting, plan_meeting, write_minutes
from zuji.operations.verification import differences
from zuji.organizations.models import Member, Organization
from zuji.study.actions import complete_task, hold_session, issue_task, plan_session, write_record
from zuji.study.models import StudyTask
from zuji.study.queries.sessions import issues_for
from zuji.thought_reports.actions import tick_in

pytestmark = pytest.mark.django_db
ENTERED = ("meetings", "study_sessions", "study_tasks", "contacts", "thought_reports")


def rows(name: str) -> list[dict[str, str]]:
    with (YEAR_2018 / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def without_what_is_entered(folder: Path) -> Path:
    """Copy the year, leaving out tasks, meetings and sessions with their marks, contacts and receipts."""
    shutil.copytree(YEAR_2018, folder)
    for name in ENTERED:
        (folder / f"{name}.csv").unlink()
    marks = [row for row in rows("attendance") if row["event_kind"] not in ("meeting", "study_session")]
    with (folder / "attendance.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(marks[0]))
        writer.writeheader()
        writer.writerows(marks)
    return folder


def marks_at(kind: str, people: dict[str, Member]) -> dict[str, dict[int, str]]:
    """The marks of one kind of event, by event and member."""
    marks: dict[str, dict[int, str]] = defaultdict(dict)
    for row in rows("attendance"):
        if row["event_kind"] == kind:
            marks[row["event_id"]][people[row["member_id"]].pk] = row["mark"]
    return marks


def roll_of(gathering: Gathering, marks: dict[int, str]) -> dict[int, str]:
    """What the attendance page begins with, with the exceptions tapped."""
    begun = first_marks(gathering, expected_at(gathering))
    return begun | {who: mark for who, mark in marks.items() if begun[who] != mark}


def enter_tasks(branch: Organization) -> None:
    """The committee issues each task of the year, and the branch notes when it studied it."""
    for row in rows("study_tasks"):
        days = {name: date.fromisoformat(row[name]) for name in ("issued_on", "due_on")}
        task = issue_task(branch.parent, material=row["material"], **days).record
        # the figures name a task by its number in the file
        StudyTask.objects.filter(pk=task.pk).update(code=row["task_id"])
        if row["studied_on"]:
            studied_on = date.fromisoformat(row["studied_on"])
            complete_task(branch, task=task, studied_on=studied_on, evidence=row["evidence"], today=studied_on)


def enter_sessions(branch: Organization, people: dict[str, Member]) -> None:
    """Plan each study session, give notice, mark the exceptions, write down what was done."""
    marks = marks_at("study_session", people)
    issues = {issue.code: issue for issue in issues_for(branch)}
    for row in rows("study_sessions"):
        held_on = date.fromisoformat(row["held_on"])
        issue = issues[row["issue_no"]].pk if row["issue_no"] else None
        session = plan_session(
            branch, by="徐建军", kind=row["kind"], topic=row["topic"], held_on=held_on, issue_id=issue
        ).record
        session = give_notice(session, on=held_on - timedelta(days=3), by="徐建军")
        roll = Roll(roll_of(session, marks[row["session_id"]]))
        held = hold_session(session, roll=roll, seen=session.revision, on=held_on, by="徐建军")
        write_record(held, text=row["topic"], seen=held.revision, by="徐建军")


def enter_meetings(branch: Organization, people: dict[str, Member]) -> None:
    """Plan each meeting, let those ask leave who did, mark the exceptions, write and approve the minutes."""
    marks = marks_at("meeting", people)
    for row in rows("meetings"):
        held_on = date.fromisoformat(row["held_on"])
        meeting = plan_meeting(
            branch, by="蒙秀英", kind="all_member", topic=row["topic"], venue=row["venue"], held_on=held_on
        ).record
        for member, mark in marks[row["meeting_id"]].items():
            if mark == "leave":
                asked = ask_leave(
                    meeting, Member.objects.get(pk=member), kind="leave", reason="", on=held_on, by="本人"
                )
                decide_leave(asked, is_granted=True, by="蒙秀英")
        meeting.refresh_from_db()
        roll = roll_of(meeting, marks[row["meeting_id"]])
        held = hold_meeting(meeting, marks=roll, seen=meeting.revision, on=held_on, by="蒙秀英")
        minutes = write_minutes(held, words={}, assignments=[], seen=held.revision, by="徐建军")
        approve_minutes(minutes, on=held_on, by="蒙秀英")


def test_2018_entered_by_its_people_comes_out_as_loaded(tmp_path):
    branch = loaded(without_what_is_entered(tmp_path / "year"), organization="教育二支部")
    people = {member.member_no: member for member in Member.objects.filter(registered_at=branch)}
    secretary = User.objects.create(username="secretary")
    assert printed(branch, 2018) != given(EXPECTED_2018)

    enter_tasks(branch)
    enter_meetings(branch, people)
    enter_sessions(branch, people)
    for row in rows("contacts"):
        on = date.fromisoformat(row["on"])
        pair = {"by_member": people[row["by_member_id"]], "member": people[row["member_id"]]}
        make_contact(branch, on=on, form=row["form"], today=on, **pair)
    for row in rows("thought_reports"):
        on = date.fromisoformat(row["submitted_on"])
        quarter = asked_quarter(row["quarter"], fallback=on)
        tick_in(branch, member=people[row["member_id"]], quarter=quarter, on=on, by=secretary, today=on)

    assert json.dumps(printed(branch, 2018), sort_keys=True) == json.dumps(given(EXPECTED_2018), sort_keys=True)
    assert list(differences()) == []
