"""Two people at the plan or the minutes: the second is told, loses nothing, and can then save; who is expected."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.meetings import actions
from zuji.meetings.actions.minutes import Assignment
from zuji.meetings.models import Meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(world, client):
    client.force_login(world.users.officer)
    return client


def plan_of(meeting: Meeting, **more: str) -> dict[str, str]:
    said = {"kind": meeting.kind, "topic": meeting.topic, "held_on": meeting.held_on.isoformat()}
    return said | {"agenda": "我的议题", "seen": str(meeting.revision)} | more


def test_a_plan_saved_after_a_clash_was_told_stands(world, officer):
    meeting = world.planned
    page = reverse("meetings:meeting-edit", args=[meeting.pk])
    data = plan_of(meeting, topic="石三川的题目")
    actions.change_plan(meeting, by="乔二木", seen=meeting.revision, agenda=["他的议题"], venue="新会议室")

    clash = officer.post(page, data)
    again = officer.post(page, {**data, "seen": clash.context["form"]["seen"].value()})

    shown = clash.content.decode()
    assert "乔二木已先行改动" in shown
    assert 'value="石三川的题目"' in shown
    assert (clash.status_code, again.status_code) == (409, 302)
    meeting.refresh_from_db()
    assert (meeting.topic, [item.title for item in meeting.agenda.all()]) == ("石三川的题目", ["我的议题"])


def test_a_stale_plan_without_a_second_look_is_refused_again(world, officer):
    meeting = world.planned
    page = reverse("meetings:meeting-edit", args=[meeting.pk])
    data = plan_of(meeting)
    actions.change_plan(meeting, by="乔二木", seen=meeting.revision, agenda=["他的议题"])

    assert [officer.post(page, data).status_code for _time in range(2)] == [409, 409]
    assert [item.title for item in meeting.agenda.all()] == ["他的议题"]


def minutes_of(meeting: Meeting, words: str) -> dict[str, str]:
    said = {"seen": str(Meeting.objects.get(pk=meeting.pk).revision)}
    for item in meeting.agenda.all():
        said |= {f"text-{item.pk}": words, f"resolution-{item.pk}": ""}
    return said | {"matter-0": "整理会议材料", "owner-0": "", "due-0": ""}


def test_minutes_saved_after_a_clash_was_told_stand(world, officer):
    meeting = world.held
    item = meeting.agenda.create(position=1, title="学习")
    page = reverse("meetings:minutes-edit", args=[meeting.pk])
    data = minutes_of(meeting, "石三川记的。")
    kept = [Assignment("整理会议材料")]
    actions.write_minutes(
        meeting, words={item.pk: ("乔二木记的。", "同意")}, assignments=kept, seen=int(data["seen"]), by="乔二木"
    )

    clash = officer.post(page, data)
    again = officer.post(page, {**data, "seen": clash.context["form"]["seen"].value()})

    shown = clash.content.decode()
    assert "乔二木已先行改动" in shown
    assert "乔二木记的。" in shown
    assert "石三川记的。" in shown
    assert (clash.status_code, again.status_code) == (409, 302)
    item.refresh_from_db()
    assert item.text == "石三川记的。"


def test_minutes_of_a_meeting_called_off_are_refused_with_what_was_typed(world, officer):
    meeting = world.held
    item = meeting.agenda.create(position=1, title="学习")
    data = minutes_of(meeting, "其实没有开。")
    actions.cancel_meeting(meeting, reason="停电", by="田一禾")

    answer = officer.post(reverse("meetings:minutes-edit", args=[meeting.pk]), data)

    assert answer.status_code == 409
    assert "其实没有开。" in answer.content.decode()
    item.refresh_from_db()
    assert item.text == ""


# What is expected, before a meeting


def test_the_plan_page_says_for_both_kinds_who_is_expected_and_how_many_must_come(world, officer):
    page = officer.get(reverse("meetings:meeting-create", args=[world.branch.pk])).content.decode()

    assert "应到5人，至少3人到会。" in page
    assert "应到3人，至少2人到会。" in page


@pytest.mark.parametrize(("kind", "words"), [("all_member", "应到5人，至少3人"), ("committee", "应到3人，至少2人")])
def test_a_planned_meeting_says_who_is_expected_and_how_many_must_come(world, officer, kind, words):
    coming = actions.plan_meeting(world.branch, by="x", kind=kind, topic="t", held_on=date(2018, 11, 1)).record

    page = officer.get(reverse("meetings:meeting-detail", args=[coming.pk])).content.decode()

    assert words in page


def test_of_a_meeting_that_was_held_it_says_who_came_instead(world, officer):
    assert (
        "人到会方为有效" not in officer.get(reverse("meetings:meeting-detail", args=[world.held.pk])).content.decode()
    )
