"""Signing in with a code that changes every minute: offered, never required; the mark is the recorder's."""

from datetime import datetime, time, timedelta

import pytest
from django.urls import reverse

from tests.gatherings.calling import DAY, planned
from tests.recording import small_branch
from zuji.foundation.clock import SHANGHAI, now, today
from zuji.foundation.errors import ZujiError
from zuji.gatherings.actions import call_off, check_in, close_sign_in, open_sign_in
from zuji.gatherings.queries import code_at, expected_at, first_marks
from zuji.meetings.actions import hold_meeting, plan_meeting
from zuji.meetings.noun import MEETING
from zuji.organizations.actions import exempt, set_policy

pytestmark = pytest.mark.django_db
BEGINS = datetime.combine(DAY, time(18, 30), tzinfo=SHANGHAI)


@pytest.fixture
def home():
    return small_branch()


@pytest.fixture
def meeting(home):
    return open_sign_in(planned(home, starts_at=time(18, 30)), at=BEGINS, by="田一禾")


def test_the_code_signs_in_once(home, meeting):
    assert check_in(meeting, home.other, code=code_at(meeting, BEGINS), at=BEGINS)
    assert not check_in(meeting, home.other, code=code_at(meeting, BEGINS), at=BEGINS)
    assert meeting.check_ins.count() == 1


def test_the_code_changes_and_the_one_before_it_still_holds_for_a_minute(home, meeting):
    code = code_at(meeting, BEGINS)
    assert code_at(meeting, BEGINS + timedelta(seconds=60)) != code

    assert check_in(meeting, home.other, code=code, at=BEGINS + timedelta(seconds=60))
    with pytest.raises(ZujiError, match="已失效"):
        check_in(meeting, home.member, code=code, at=BEGINS + timedelta(seconds=180))


@pytest.mark.parametrize("code", ["", "000000", "１２３４５６", "<script>", "9" * 400])
def test_a_guess_does_not_sign_in(home, meeting, code):
    with pytest.raises(ZujiError):
        check_in(meeting, home.other, code=code, at=BEGINS + timedelta(days=400))

    assert not meeting.check_ins.exists()


def test_closed_no_code_holds_and_who_signed_in_stays_noted(home, meeting):
    code = code_at(meeting, BEGINS)
    check_in(meeting, home.other, code=code, at=BEGINS)

    closed = close_sign_in(meeting, by="田一禾")

    with pytest.raises(ZujiError):
        check_in(closed, home.member, code=code, at=BEGINS)
    with pytest.raises(ZujiError):
        check_in(closed, home.member, code="", at=BEGINS)
    assert closed.check_ins.count() == 1


def test_it_opens_on_the_day_only_and_not_for_what_is_called_off(home):
    meeting = planned(home)
    with pytest.raises(ZujiError):
        open_sign_in(meeting, at=BEGINS - timedelta(days=1), by="田一禾")

    call_off(MEETING, meeting, reason="停电", by="田一禾")
    with pytest.raises(ZujiError):
        open_sign_in(meeting, at=BEGINS, by="田一禾")


def test_who_is_exempt_is_not_expected_to_sign_in(home, meeting):
    exempt(home.other, home.branch, from_on=DAY, until_on=None, reason="病", approved_by="市委会")

    with pytest.raises(ZujiError, match="应到名单"):
        check_in(meeting, home.other, code=code_at(meeting, BEGINS), at=BEGINS)


def test_everybody_is_present_to_begin_with_and_late_who_signed_in_late(home, meeting):
    late = BEGINS + timedelta(minutes=16)
    check_in(meeting, home.member, code=code_at(meeting, BEGINS), at=BEGINS)
    check_in(meeting, home.other, code=code_at(meeting, late), at=late)

    marks = first_marks(meeting, expected_at(meeting))
    assert marks == {home.director.pk: "present", home.member.pk: "present", home.other.pk: "late"}

    set_policy(home.branch, key="late_minutes", value=20, from_on=DAY)
    assert first_marks(meeting, expected_at(meeting))[home.other.pk] == "present"


def test_saving_who_came_ends_signing_in(home, meeting):
    marks = {member.pk: "present" for member in expected_at(meeting)}

    saved = hold_meeting(meeting, marks=marks, seen=meeting.revision, on=DAY, by="田一禾")

    assert code_at(saved, BEGINS) == ""


# The pages


@pytest.fixture
def of_today(world):
    return plan_meeting(world.branch, by="田一禾", kind="all_member", topic="会", held_on=today()).record


def test_the_screen_shows_a_code_and_a_member_signs_in_with_it(world, of_today, client):
    client.force_login(world.users.officer)
    page = reverse("meetings:sign-in", args=[of_today.pk])
    client.post(reverse("meetings:sign-in-state-create", args=[of_today.pk]), {"state": "open"})
    of_today.refresh_from_db()
    screen = client.get(page)

    client.force_login(world.users.member)
    answer = client.post(page, {"code": code_at(of_today, now())}, follow=True)

    assert 'class="qr"' in screen.content.decode()
    assert "签到成功" in answer.content.decode()
    assert [row.member for row in of_today.check_ins.all()] == [world.member]


def test_a_member_never_sees_the_code(world, of_today, client):
    open_sign_in(of_today, at=now(), by="田一禾")
    of_today.refresh_from_db()
    client.force_login(world.users.member)

    text = client.get(reverse("meetings:sign-in", args=[of_today.pk])).content.decode()

    assert 'class="qr"' not in text
    assert code_at(of_today, now()) not in text
    assert of_today.sign_in_key not in text


@pytest.mark.parametrize(("role", "status"), [("director", 302), ("officer", 302), ("member", 404), ("chair", 404)])
def test_only_who_keeps_the_records_opens_it(world, of_today, client, role, status):
    client.force_login(getattr(world.users, role))

    answer = client.post(reverse("meetings:sign-in-state-create", args=[of_today.pk]), {"state": "open"})

    of_today.refresh_from_db()
    assert answer.status_code == status
    assert bool(of_today.sign_in_key) == (status == 302)


def test_a_wrong_code_is_told_in_a_sentence(world, of_today, client):
    open_sign_in(of_today, at=now(), by="田一禾")
    client.force_login(world.users.member)

    answer = client.post(reverse("meetings:sign-in", args=[of_today.pk]), {"code": "12 34"})

    assert "签到码已失效" in answer.content.decode()
