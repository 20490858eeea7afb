"""Tasks of the committee, their completion, and sessions with who came."""

from datetime import date

import pytest

from tests.recording import small_branch, standing_kinds
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.publicity.actions import record_issue
from zuji.study.actions import mark_attendance, record_completion, record_session, record_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return small_branch()


@pytest.fixture
def task(world):
    return record_task(
        world.city, code="TK01", material="会章", issued_on=date(2018, 4, 10), due_on=date(2018, 6, 30)
    ).record


def test_a_task_is_the_committees_and_a_completion_the_branchs(world, task):
    record_completion(world.branch, task=task, studied_on=date(2018, 6, 22), evidence="学习笔记")

    owners = dict(Footprint.objects.values_list("kind", "organization_id"))
    assert owners == {"study_task.issued": world.city.pk, "study_task.studied": world.branch.pk}


def test_a_material_not_yet_studied_leaves_nothing(world, task):
    record_completion(world.branch, task=task, studied_on=None)

    assert standing_kinds() == ["study_task.issued"]


def test_a_late_completion_is_kept(world, task):
    assert record_completion(world.branch, task=task, studied_on=date(2018, 9, 1)).is_new


@pytest.mark.parametrize(
    ("issued_on", "due_on", "field"),
    [
        (date(2018, 4, 10), date(2018, 4, 9), "due_on"),
        (date(2018, 4, 10), date(2021, 1, 1), "due_on"),
        (date(1018, 4, 10), date(1018, 6, 10), "issued_on"),
        (date(2918, 4, 10), date(2918, 6, 10), "issued_on"),
    ],
)
def test_a_task_that_no_window_can_hold_is_refused(world, issued_on, due_on, field):
    with pytest.raises(ZujiError) as refusal:
        record_task(world.city, code="TK01", material="会章", issued_on=issued_on, due_on=due_on)

    assert refusal.value.field == field


def test_a_task_due_on_the_day_it_is_issued_is_taken(world):
    day = date(2018, 4, 10)

    assert record_task(world.city, code="TK01", material="会章", issued_on=day, due_on=day).is_new


def test_a_reading_is_about_its_issue(world):
    issue = record_issue(world.city, code="2018-1", journal="《绥化民进》", published_on=date(2018, 1, 28)).record

    record_session(
        world.branch, code="ST01", held_on=date(2018, 2, 3), kind="journal_reading", topic="阅读", issue_id=issue.pk
    )

    assert Footprint.objects.get(kind="reading.held").about == f"journal_issue:{issue.pk}"


def test_marks_of_a_session_are_posted_and_corrected(world):
    session = record_session(
        world.branch,
        code="ST01",
        attendance={world.member.pk: "absent"},
        held_on=date(2018, 2, 3),
        kind="topic",
        topic="专题",
    ).record

    assert mark_attendance(session, marks={world.member.pk: "present"})
    assert not mark_attendance(session, marks={world.member.pk: "present"})
    assert Footprint.objects.standing().get(kind="study.attended").mark == "present"
