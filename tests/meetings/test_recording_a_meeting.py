"""A meeting is recorded once, counts once, and is corrected by reversal."""

from datetime import date, time

import pytest

from tests.recording import small_branch, standing_kinds
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.meetings.actions import mark_attendance, record_meeting
from zuji.meetings.models import Meeting

pytestmark = pytest.mark.django_db
FIELDS = {"held_on": date(2018, 1, 19), "topic": "学习交流", "kind": "all_member", "status": "held"}


@pytest.fixture
def world():
    return small_branch()


def test_a_meeting_with_its_marks_is_recorded_at_once(world):
    marks = {world.director.pk: "present", world.member.pk: "leave"}

    recorded = record_meeting(world.branch, code="MT01", attendance=marks, **FIELDS)

    assert (recorded.is_new, recorded.is_changed) == (True, True)
    assert standing_kinds() == ["meeting.attended", "meeting.attended", "meeting.held"]


def test_recording_it_again_changes_nothing_and_posts_nothing(world):
    record_meeting(world.branch, code="MT01", attendance={world.member.pk: "late"}, **FIELDS)
    posted = Footprint.objects.count()

    recorded = record_meeting(world.branch, code="MT01", attendance={world.member.pk: "late"}, **FIELDS)

    assert (recorded.is_new, recorded.is_changed) == (False, False)
    assert Footprint.objects.count() == posted


def test_another_date_reverses_what_was_posted(world):
    record_meeting(world.branch, code="MT01", **FIELDS)

    recorded = record_meeting(world.branch, code="MT01", **(FIELDS | {"held_on": date(2018, 1, 26)}))

    assert (recorded.is_new, recorded.is_changed) == (False, True)
    assert [footprint.happened_on for footprint in Footprint.objects.standing()] == [date(2018, 1, 26)]
    assert Footprint.objects.count() == 3


def test_a_cancelled_meeting_leaves_nothing(world):
    record_meeting(world.branch, code="MT01", attendance={world.member.pk: "present"}, **FIELDS)

    record_meeting(world.branch, code="MT01", status="cancelled")

    assert standing_kinds() == []


def test_marking_one_member_leaves_the_others_marks(world):
    meeting = record_meeting(world.branch, code="MT01", attendance={world.member.pk: "present"}, **FIELDS).record

    mark_attendance(meeting, marks={world.other.pk: "online"})

    assert dict(meeting.attendance.values_list("member_id", "mark")) == {
        world.member.pk: "present",
        world.other.pk: "online",
    }


def test_a_late_entry_is_kept_as_one(world):
    record_meeting(world.branch, code="MT01", recorded_on=date(2018, 6, 1), **FIELDS)

    assert Footprint.objects.get().recorded_on == date(2018, 6, 1)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"starts_at": time(20, 30), "ends_at": time(18, 30)}, "ends_at"),
        ({"held_on": date(218, 1, 19)}, "held_on"),
        ({"status": "postponed"}, "status"),
        ({"topic": "长" * 161}, "topic"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(world, wrong, field):
    with pytest.raises(ZujiError) as refusal:
        record_meeting(world.branch, code="MT01", **(FIELDS | wrong))

    assert refusal.value.field == field
    assert str(refusal.value)


def test_an_unknown_mark_is_refused_and_nothing_of_the_meeting_stays(world):
    with pytest.raises(ZujiError):
        record_meeting(world.branch, code="MT01", attendance={world.member.pk: "asleep"}, **FIELDS)

    assert standing_kinds() == []


def test_a_double_tap_files_one_meeting(world, monkeypatch):
    """Somebody else writes the same meeting between our look and our write."""
    taps = []

    def validate_while_another_writes(record):
        if not taps:
            taps.append(record)
            record_meeting(world.branch, code="MT01", **FIELDS)

    monkeypatch.setattr("zuji.foundation.recording.validate", validate_while_another_writes)

    recorded = record_meeting(world.branch, code="MT01", **(FIELDS | {"topic": "第二位秘书的主题"}))

    assert (recorded.is_new, recorded.is_changed) == (False, True)
    assert Meeting.objects.get().topic == "第二位秘书的主题"
    assert standing_kinds() == ["meeting.held"]
