"""A lecture is planned once, changed, called off; it counts for the branch once, and once for each speaker."""

from dataclasses import replace
from datetime import date, time

import pytest

from tests.recording import small_branch, standing_kinds
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, StaleRecord
from zuji.operations.verification import differences
from zuji.organizations.actions import add_organization, register_member, set_membership
from zuji.search.models import SearchDocument
from zuji.service.actions import (
    LecturePlan,
    Proof,
    cancel_lecture,
    change_lecture,
    hold_lecture,
    plan_lecture,
    record_lecture,
)
from zuji.service.models import Lecture

pytestmark = pytest.mark.django_db
DAY, TODAY = date(2018, 9, 8), date(2018, 9, 10)


@pytest.fixture
def home():
    return small_branch()


@pytest.fixture
def plan(home):
    return LecturePlan(
        topic="时间管理", held_on=DAY, host="某中学", venue="报告厅", starts_at=time(9), speakers=(home.member.pk,)
    )


def planned(home, plan, **words):
    return plan_lecture(home.branch, plan=plan, on=TODAY, by="田一禾", **words)


def given(lecture, **proof):
    return hold_lecture(lecture, proof=Proof(**proof), seen=lecture.revision, on=TODAY, by="田一禾")


def test_a_planned_lecture_leaves_no_footprint_and_is_found_by_its_words(home, plan):
    lecture = planned(home, plan, kind="学习方法").record

    assert standing_kinds() == []
    assert SearchDocument.objects.get(about=f"lecture:{lecture.pk}").title == "时间管理"


def test_a_double_tap_plans_one(home, plan):
    planned(home, plan)

    assert not planned(home, plan).is_new
    assert Lecture.objects.count() == 1


@pytest.mark.parametrize("written", ["时间管理", "  时间管理 "])
def test_a_second_session_at_the_same_place_that_day_is_the_same_lecture(home, plan, written):
    planned(home, plan)

    with pytest.raises(RecordingError):
        planned(home, replace(plan, topic=written, starts_at=time(14)))
    assert Lecture.objects.count() == 1


def test_the_same_talk_at_another_place_is_a_lecture_of_its_own(home, plan):
    first = planned(home, plan).record
    second = planned(home, replace(plan, host="某小学", starts_at=time(14))).record

    given(first)
    given(second)

    assert standing_kinds() == ["lecture.given"] * 4
    assert list(differences()) == []


def test_one_called_off_leaves_the_place_free(home, plan):
    cancel_lecture(planned(home, plan).record, reason="停电", on=TODAY, by="田一禾")

    assert planned(home, replace(plan, starts_at=time(14))).is_new


def test_a_joint_lecture_counts_once_for_the_branch_and_once_for_each_speaker(home, plan):
    lecture = planned(home, replace(plan, speakers=(home.member.pk, home.other.pk)), organizer_level="joint").record

    given(lecture)

    facts = Footprint.objects.standing().order_by("pk")
    assert [fact.credit for fact in facts] == ["branch", "member", "member"]
    assert {fact.member for fact in facts if fact.credit == "member"} == {home.member, home.other}


def test_a_speaker_who_is_no_member_is_refused_by_name(home, plan):
    second = add_organization(name="二支部", level="branch", parent=home.city)
    guest, _is_new = register_member(second, member_no="M09", name="路四方")
    set_membership(guest, second, from_on=date(2015, 1, 1), until_on=None)

    with pytest.raises(RecordingError, match="路四方") as refusal:
        planned(home, replace(plan, speakers=(guest.pk,)))
    assert refusal.value.field == "speakers"
    assert Lecture.objects.count() == 0


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"held_on": date(218, 3, 5)}, "held_on"),
        ({"starts_at": time(15), "ends_at": time(14)}, "ends_at"),
        ({"topic": "长" * 121}, "topic"),
    ],
)
def test_what_cannot_be_is_refused(home, plan, wrong, field):
    with pytest.raises(RecordingError) as refusal:
        planned(home, replace(plan, **wrong))

    assert refusal.value.field == field


def test_other_speakers_of_one_given_change_its_footprints(home, plan):
    lecture = given(planned(home, plan).record)

    change_lecture(lecture, plan=replace(plan, speakers=(home.other.pk,)), seen=lecture.revision, on=TODAY, by="乔二木")

    members = Footprint.objects.standing().filter(credit="member")
    assert [fact.member for fact in members] == [home.other]
    assert list(differences()) == []


def test_a_page_grown_stale_changes_nothing_and_says_whose_change_came_first(home, plan):
    lecture = planned(home, plan).record
    change_lecture(lecture, plan=replace(plan, venue="礼堂"), seen=1, on=TODAY, by="乔二木")

    with pytest.raises(StaleRecord, match="乔二木"):
        change_lecture(lecture, plan=replace(plan, venue="操场"), seen=1, on=TODAY, by="田一禾")

    lecture.refresh_from_db()
    assert lecture.venue == "礼堂"


def test_one_moved_to_another_day_leaves_room_for_one_on_its_first(home, plan):
    lecture = planned(home, plan).record
    change_lecture(lecture, plan=replace(plan, held_on=date(2018, 10, 1)), seen=1, on=TODAY, by="田一禾")

    assert planned(home, plan).is_new


def test_one_given_is_not_moved_to_a_day_to_come(home, plan):
    lecture = given(planned(home, plan).record)

    with pytest.raises(RecordingError) as refusal:
        change_lecture(
            lecture, plan=replace(plan, held_on=date(2018, 9, 11)), seen=lecture.revision, on=TODAY, by="田一禾"
        )
    assert refusal.value.field == "held_on"


def test_calling_off_needs_a_reason_and_takes_the_footprints_along(home, plan):
    lecture = given(planned(home, plan).record)
    with pytest.raises(RecordingError):
        cancel_lecture(lecture, reason="  ", on=TODAY, by="田一禾")

    cancel_lecture(lecture, reason="记错了", on=TODAY, by="田一禾")
    again = cancel_lecture(lecture, reason="别的", on=TODAY, by="田一禾")

    assert again.cancel_reason == "记错了"
    assert standing_kinds() == []
    assert SearchDocument.objects.count() == 0
    with pytest.raises(ZujiError):
        change_lecture(lecture, plan=plan, seen=again.revision, on=TODAY, by="田一禾")


def test_a_loaded_lecture_keeps_what_it_said_and_has_a_category(home):
    lecture = record_lecture(
        home.branch, code="LC01", kind="家庭教育", topic="手机管理", held_on=DAY, status="held"
    ).record

    assert (lecture.category, lecture.is_public_welfare, lecture.evidence) == ("family_education", True, [])
