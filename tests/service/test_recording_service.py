"""The committee's service activities and the branch's lectures."""

from datetime import date

import pytest

from tests.recording import small_branch, standing_kinds
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.organizations.actions import add_organization, register_member
from zuji.service.actions import mark_attendance, record_activity, record_lecture

pytestmark = pytest.mark.django_db
ACTIVITY = {"name": "社区服务日", "held_on": date(2018, 3, 10), "status": "held"}
LECTURE = {"topic": "时间管理", "held_on": date(2018, 1, 10), "status": "held", "audience_count": 82}


@pytest.fixture
def world():
    return small_branch()


def test_each_branch_marks_its_own_at_the_committees_activity(world):
    second = add_organization(name="二支部", level="branch", parent=world.city)
    guest, _is_new = register_member(second, member_no="M01", name="路四方")
    activity = record_activity(world.city, code="SV01", **ACTIVITY).record

    mark_attendance(activity, world.branch, marks={world.member.pk: "present"})
    mark_attendance(activity, second, marks={guest.pk: "leave"})

    marks = Footprint.objects.filter(kind="service.attended").order_by("id")
    assert [(mark.organization, mark.mark) for mark in marks] == [(world.branch, "present"), (second, "leave")]


def test_a_cancelled_activity_takes_its_marks_along(world):
    activity = record_activity(world.city, code="SV01", **ACTIVITY).record
    mark_attendance(activity, world.branch, marks={world.member.pk: "present"})

    record_activity(world.city, code="SV01", status="cancelled")

    assert standing_kinds() == []


def test_a_lecture_counts_for_the_branch_and_each_speaker(world):
    record_lecture(world.branch, code="LC01", speakers=[world.member.pk, world.other.pk], **LECTURE)

    assert standing_kinds() == ["lecture.given"] * 3


def test_other_speakers_replace_the_first(world):
    record_lecture(world.branch, code="LC01", speakers=[world.member.pk], **LECTURE)

    recorded = record_lecture(world.branch, code="LC01", speakers=[world.other.pk])

    assert recorded.is_changed
    assert [speaker.member for speaker in recorded.record.speakers.all()] == [world.other]


@pytest.mark.parametrize("wrong", [{"audience_count": -1}, {"held_on": date(1900, 1, 1)}, {"status": "maybe"}])
def test_what_cannot_be_is_refused(world, wrong):
    with pytest.raises(ZujiError) as refusal:
        record_lecture(world.branch, code="LC01", **(LECTURE | wrong))

    assert refusal.value.field == next(iter(wrong))
