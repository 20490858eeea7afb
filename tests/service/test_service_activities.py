"""The committee plans, each branch taps who came; a branch's own activity binds nobody."""

from datetime import date, timedelta

import pytest

from tests.recording import small_branch, standing_kinds
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings.actions import StaleGathering, marks_signature
from zuji.gatherings.queries import expected_on, marks_at
from zuji.operations.verification import differences
from zuji.service.actions import attend_activity, call_off_activity, plan_activity
from zuji.service.models import ServiceActivity
from zuji.service.queries.activities import turnout_by_branch

pytestmark = pytest.mark.django_db
DAY = date(2018, 6, 23)


@pytest.fixture
def home():
    return small_branch()


@pytest.fixture
def activity(home):
    return plan_activity(home.city, name="义诊", held_on=DAY, kind="clinic", beneficiary_count=120).record


def attended(activity, home, seen="", today=DAY, **marks):
    names = {"member": home.member, "other": home.other}
    given = {member.pk: "present" for member in expected_on(home.branch, DAY)}
    given |= {names[name].pk: mark for name, mark in marks.items()}
    return attend_activity(activity, home.branch, marks=given, seen=seen, today=today)


def test_a_planned_one_is_not_owed_yet(activity):
    assert standing_kinds() == []


def test_the_first_list_says_that_it_took_place(home, activity):
    attended(activity, home, other="leave")

    assert standing_kinds() == ["service.attended"] * 3 + ["service.held"]
    turnout = turnout_by_branch(activity)
    assert [(line.branch, line.marked, line.present) for line in turnout] == [("一支部", 3, 2)]
    assert list(differences()) == []


def test_a_double_tap_plans_and_marks_once(home, activity):
    assert not plan_activity(home.city, name="义诊", held_on=DAY).is_new
    attended(activity, home)
    attended(activity, home)

    assert ServiceActivity.objects.count() == 1
    assert len(standing_kinds()) == 4


def test_a_stale_list_a_stranger_and_a_day_to_come_are_refused(home, activity):
    with pytest.raises(ZujiError):
        attended(activity, home, today=DAY - timedelta(days=1))
    with pytest.raises(ZujiError):
        attend_activity(activity, home.branch, marks={999: "present"}, seen="", today=DAY)
    attended(activity, home)
    with pytest.raises(StaleGathering):
        attended(activity, home, other="leave")

    attended(activity, home, seen=marks_signature(marks_at(activity, home.branch)), other="leave")
    assert marks_at(activity, home.branch)[home.other.pk] == "leave"


def test_called_off_it_is_not_owed_and_needs_a_reason(home, activity):
    attended(activity, home)
    with pytest.raises(RecordingError):
        call_off_activity(activity, reason=" ")

    gone = call_off_activity(activity, reason="暴雨")

    assert standing_kinds() == []
    with pytest.raises(ZujiError):
        attended(gone, home, seen=marks_signature(marks_at(gone, home.branch)), other="leave")
    assert plan_activity(home.city, name="义诊", held_on=DAY).is_new


def test_a_branchs_own_is_kept_and_asked_of_nobody(home):
    own = plan_activity(home.branch, name="看望老教师", held_on=DAY, kind="community").record

    attended(own, home, other="absent")

    assert marks_at(own, home.branch)[home.other.pk] == "absent"
    assert standing_kinds() == []
    assert list(differences()) == []


@pytest.mark.parametrize("wrong", [{"held_on": date(218, 1, 1)}, {"beneficiary_count": -1}, {"kind": "magic"}])
def test_what_cannot_be_is_refused(home, wrong):
    with pytest.raises(RecordingError) as refusal:
        plan_activity(home.city, **({"name": "义诊", "held_on": DAY} | wrong))

    assert refusal.value.field == next(iter(wrong))
