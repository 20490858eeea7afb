"""A member's own days in the calendar of their telephone: behind a secret address that can be renewed and stopped."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from zuji.accounts.models import CalendarAddress
from zuji.activities.actions import plan_activity as plan_theme
from zuji.foundation.clock import today
from zuji.meetings.models import Meeting
from zuji.organizations.models import Membership
from zuji.service.actions import LecturePlan, plan_activity, plan_lecture
from zuji.site.own_days import own_days

pytestmark = pytest.mark.django_db
PAGE = "/me/calendar/"


def soon(days=7):
    return today() + timedelta(days=days)


def made(client):
    answer = client.post(PAGE)
    return answer.context["address"]


def titles(address, stranger=None):
    answer = (stranger or Client()).get(address)
    return [str(event["summary"]) for event in Calendar.from_ical(answer.content).walk("VEVENT")]


@pytest.fixture
def days(world):
    """Something of every sort in a week, of which a member is expected at four and speaks at one."""
    kept = {"organization": world.branch, "status": "planned", "held_on": soon()}
    Meeting.objects.create(code="MT90", topic="全体会", kind="general", **kept)
    Meeting.objects.create(code="MT91", topic="委员会", kind="committee", **kept)
    Meeting.objects.create(code="MT92", topic="别的支部", kind="general", **kept | {"organization": world.other_branch})
    plan_activity(world.city, name="义诊", held_on=soon())
    plan_theme(world.city, name="音乐会", held_on=soon(), organiser="", venue="")
    for topic, who in (("家教", world.member), ("择校", world.director)):
        plan = LecturePlan(topic=topic, held_on=soon(), speakers=[who.pk], guest_speaker="周老师")
        plan_lecture(world.branch, plan=plan, on=today(), by="田一禾")


def test_it_holds_where_one_is_expected_and_where_one_speaks(world, client, days):
    client.force_login(world.users.member)

    found = [title for title in titles(made(client)) if title != "亲子沟通"]

    assert sorted(found) == sorted(["全体会", "义诊", "音乐会", "家教"])


def test_it_names_nobody_else(world, client, days):
    client.force_login(world.users.member)

    told = Client().get(made(client)).content.decode()

    assert "周老师" not in told
    assert world.director.name not in told


def test_who_has_a_post_is_expected_at_the_committee_too(world, days):
    assert "委员会" in [entry.title for entry in own_days(world.director, today())]


def test_what_comes_after_somebody_left_is_not_theirs(world, days):
    Membership.objects.filter(member=world.member).update(until_on=soon(2))

    assert [entry.title for entry in own_days(world.member, today()) if entry.on == soon()] == ["家教"]


def test_the_address_is_shown_once_and_only_its_hash_is_kept(world, client):
    client.force_login(world.users.member)

    address = made(client)

    token = address.removesuffix(".ics").rpartition("/")[2]
    assert len(token) >= 43
    assert token not in str(CalendarAddress.objects.values())
    assert token not in client.get(PAGE).content.decode()
    assert client.get(PAGE).headers["Cache-Control"].find("no-store") >= 0


def test_a_new_address_ends_the_old_one_and_stopping_ends_both(world, client):
    client.force_login(world.users.member)
    old = made(client)
    new = made(client)

    assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)
    client.post(reverse("site:calendar-stop-create"))
    assert Client().get(new).status_code == 404
    assert not CalendarAddress.objects.exists()


def test_who_may_not_sign_in_any_more_has_no_calendar(world, client):
    client.force_login(world.users.member)
    address = made(client)
    world.users.member.is_active = False
    world.users.member.save()

    assert Client().get(address).status_code == 404


def test_what_is_long_over_leaves_it(world):
    assert own_days(world.member, date(2200, 1, 1)) == []
