"""Guests, members of other branches, and what members say beforehand."""

import pytest
from django.urls import reverse

from tests.gatherings.calling import BEFORE, DAY, held, planned
from tests.recording import small_branch
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.gatherings.actions import StaleGathering, ask_leave, decide_leave, give_notice, reply
from zuji.gatherings.forms import AttendanceForm
from zuji.gatherings.queries import guests_of, marks_of, notice_shortfall
from zuji.meetings.actions import hold_meeting, plan_meeting
from zuji.organizations.actions import add_organization, register_member, set_membership

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return small_branch()


def neighbour(home, name="陆六合", branch="二支部"):
    other = add_organization(name=branch, level="branch", parent=home.city)
    member, _is_new = register_member(other, member_no="M01", name=name)
    set_membership(member, other, from_on=BEFORE.replace(year=2015), until_on=None)
    return member


# Guests


@pytest.mark.parametrize(
    "line",
    [
        "陆六合，二支部",
        "陆六合,二支部",
        "陆六合 二支部",
        "陆六合、二支部",
        "陆六合（二支部）",
        "陆六合\t二支部",
        "陆六合　二支部",
    ],
)
def test_a_guest_is_read_however_the_line_is_written(line):
    form = AttendanceForm({"seen": "0", "guests": f"\n{line}\n\n"}, people=[])

    assert form.is_valid()
    assert form.cleaned_data["guests"] == (("陆六合", "二支部"),)


def test_the_same_guest_twice_is_one_and_a_novel_is_refused():
    twice = AttendanceForm({"seen": "0", "guests": "陆六合\n陆六合"}, people=[])
    novel = AttendanceForm({"seen": "0", "guests": "很" * 41}, people=[])

    assert twice.is_valid()
    assert twice.cleaned_data["guests"] == (("陆六合", ""),)
    assert "太长" in str(novel.errors["guests"])


def test_a_member_of_another_branch_is_known_as_one(home):
    member = neighbour(home)

    meeting = held(home, guests=(("陆六合", "二支部"), ("校长", "茹欣文化学校")))

    assert [(str(guest), guest.member) for guest in meeting.guests.all()] == [
        ("陆六合（二支部）", member),
        ("校长（茹欣文化学校）", None),
    ]


def test_two_of_the_same_name_are_not_guessed_at(home):
    neighbour(home)
    neighbour(home, branch="第二支部")

    assert held(home, guests=(("陆六合", "二支部"),)).guests.get().member is None


def test_guests_are_no_members_and_change_no_rate(home):
    meeting = held(home, guests=(("陆六合", "二支部"),))

    assert len(marks_of(meeting)) == 3


def test_marks_saved_without_a_word_of_guests_keep_them(home):
    meeting = held(home, guests=(("校长", ""),))

    hold_meeting(meeting, marks=marks_of(meeting) | {home.other.pk: "late"}, seen=meeting.revision, on=DAY, by="田一禾")

    assert guests_of(meeting) == (("校长", ""),)


def test_a_stale_page_does_not_undo_the_guests_of_another(home):
    meeting = planned(home)
    seen = meeting.revision
    marks = dict.fromkeys([home.director.pk, home.member.pk, home.other.pk], "present")
    hold_meeting(meeting, marks=marks, guests=(("校长", ""),), seen=seen, on=DAY, by="乔二木")

    with pytest.raises(StaleGathering):
        hold_meeting(meeting, marks=marks, guests=(), seen=seen, on=DAY, by="田一禾")

    assert guests_of(meeting) == (("校长", ""),)


# Replies


def test_who_says_to_come_takes_back_the_leave_not_decided_yet(home):
    meeting = planned(home)
    ask_leave(meeting, home.other, kind="leave", reason="", on=BEFORE, by="石三川")

    assert reply(meeting, home.other, on=BEFORE)
    assert not reply(meeting, home.other, on=BEFORE)

    assert not meeting.leave_requests.exists()
    assert meeting.replies.count() == 1


def test_who_asks_leave_takes_back_the_word_to_come(home):
    meeting = planned(home)
    reply(meeting, home.other, on=BEFORE)

    asked = ask_leave(meeting, home.other, kind="leave", reason="", on=BEFORE, by="石三川")
    decide_leave(asked, is_granted=True, by="田一禾")

    assert not meeting.replies.exists()


def test_afterwards_nobody_says_to_come(home):
    with pytest.raises(ZujiError, match="已经举行或取消"):
        reply(held(home), home.other, on=DAY)


def test_a_member_answers_in_one_tap(world, client):
    coming = plan_meeting(world.branch, by="田一禾", kind="all_member", topic="会", held_on=today()).record
    client.force_login(world.users.member)

    answer = client.post(reverse("meetings:reply-create", args=[coming.pk]), follow=True)

    text = answer.content.decode()
    assert "已回复参加" in text
    assert "我参加" not in text


@pytest.mark.parametrize("role", ["other_member", "nobody_yet"])
def test_a_stranger_cannot_answer(world, client, role):
    client.force_login(getattr(world.users, role))

    assert client.post(reverse("meetings:reply-create", args=[world.planned.pk])).status_code == 404


# Notice


@pytest.mark.parametrize(("day", "short"), [(12, 0), (13, 1), (15, 3)])
def test_notice_given_late_says_by_how_much(home, day, short):
    meeting = give_notice(planned(home), on=DAY.replace(day=day), by="田一禾")

    assert notice_shortfall(meeting, 3) == short


# The list


def test_two_members_of_one_name_are_told_apart_by_their_numbers(home):
    home.other.name = home.member.name
    home.other.save()

    form = AttendanceForm(people=[home.director, home.member, home.other])

    assert [row["name"] for row in form.rows] == ["田一禾", "乔二木 M02", "乔二木 M03"]
