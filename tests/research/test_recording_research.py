"""Research counts on the day of its report, for the branch and for who took part."""

from datetime import date

import pytest

from tests.recording import small_branch, standing_kinds
from zuji.foundation.errors import ZujiError
from zuji.research.actions import join_project, record_project

pytestmark = pytest.mark.django_db
FIELDS = {"title": "产教融合现状调研", "from_on": date(2018, 5, 21), "to_on": date(2018, 5, 25)}


@pytest.fixture
def world():
    return small_branch()


def test_without_a_report_it_is_a_trip(world):
    record_project(world.branch, code="RS01", participants=[world.member.pk], **FIELDS)

    assert standing_kinds() == []


def test_the_report_makes_it_count(world):
    record_project(world.branch, code="RS01", participants=[world.member.pk], **FIELDS)

    record_project(world.branch, code="RS01", report_on=date(2018, 6, 20))

    assert standing_kinds() == ["research.completed", "research.joined"]


def test_joining_twice_is_joining_once(world):
    project = record_project(world.branch, code="RS01", report_on=date(2018, 6, 20), **FIELDS).record

    assert join_project(project, participants=[world.member.pk, world.other.pk])
    assert not join_project(project, participants=[world.member.pk])


def test_it_cannot_end_before_it_begins(world):
    with pytest.raises(ZujiError) as refusal:
        record_project(world.branch, code="RS01", **(FIELDS | {"to_on": date(2018, 5, 20)}))

    assert refusal.value.field == "to_on"
