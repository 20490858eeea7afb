"""Leave from an activity where all are expected: asked beforehand, decided by the branch, told in the figures."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.recording import small_branch
from zuji.activities.actions import plan_activity as plan_theme
from zuji.entries.models import EntryForMember
from zuji.footprints.models import Footprint
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.gatherings.actions import (
    LeaveAsked,
    ask_activity_leave,
    decide_activity_leave,
    enter_standing_leave,
)
from zuji.gatherings.queries import away_from, expected_on, first_marks_at, turnout_at
from zuji.operations.verification import differences
from zuji.organizations.actions import add_organization, register_member, set_membership
from zuji.service.actions import attend_activity, call_off_activity, plan_activity
from zuji.service.models import ServiceLeaveRequest
from zuji.service.queries import turnout_by_branch

pytestmark = pytest.mark.django_db
DAY, BEFORE = date(2018, 6, 23), date(2018, 6, 20)


@pytest.fixture
def home():
    return small_branch()


@pytest.fixture
def activity(home):
    return plan_activity(home.city, name="义诊", held_on=DAY).record


def asked(activity, home, member, kind="leave", ground="own"):
    said = LeaveAsked(kind, "出差", BEFORE, "田一禾", ground)
    return ask_activity_leave(activity, home.branch, member, asked=said)


def granted(activity, home, member, kind="leave"):
    return decide_activity_leave(asked(activity, home, member, kind), home.branch, is_granted=True, by="田一禾")


def list_begins(activity, home):
    people = expected_on(home.branch, DAY)
    return first_marks_at(activity, home.branch, people, away=away_from(activity, home.branch))


def attended(activity, home):
    return attend_activity(activity, home.branch, marks=list_begins(activity, home), seen="", today=DAY)


def test_the_list_begins_with_the_leave_that_was_granted_and_no_other(home, activity):
    granted(activity, home, home.member, "official_leave")
    asked(activity, home, home.other)

    begins = list_begins(activity, home)

    assert (begins[home.member.pk], begins[home.other.pk]) == ("official_leave", "present")


def test_the_list_begins_with_a_long_illness_too(home, activity):
    said = {"kind": "sick_leave", "from_on": BEFORE, "until_on": DAY, "reason": ""}
    enter_standing_leave(home.branch, home.other, **said, by="田一禾", today=BEFORE, ground="phone")

    assert list_begins(activity, home)[home.other.pk] == "sick_leave"


def test_footprint_and_figures_say_that_leave_was_granted(home, activity):
    granted(activity, home, home.member, "official_leave")
    granted(activity, home, home.other, "leave")
    attended(activity, home)

    marks = dict(Footprint.objects.standing().filter(kind="service.attended").values_list("member_id", "mark"))
    assert (marks[home.member.pk], marks[home.other.pk]) == ("official_leave", "leave")
    turnout = turnout_at(activity, home.branch)
    assert (turnout.present, turnout.expected, turnout.excused, turnout.on_leave) == (1, 2, 1, 2)
    assert [(line.present, line.marked, line.on_leave) for line in turnout_by_branch(activity)] == [(1, 3, 2)]
    assert list(differences()) == []


def test_once_the_branch_has_entered_who_came_leave_is_a_mark(home, activity):
    request = asked(activity, home, home.member)
    attended(activity, home)

    with pytest.raises(ZujiError):
        asked(activity, home, home.other)
    with pytest.raises(ZujiError):
        decide_activity_leave(request, home.branch, is_granted=True, by="田一禾")


def test_another_branch_that_was_quicker_closes_nothing_here(home, activity):
    other = add_organization(name="二支部", level="branch", parent=home.city)
    stranger, _is_new = register_member(other, member_no="M01", name="陆六合")
    set_membership(stranger, other, from_on=date(2015, 1, 1), until_on=None)
    attend_activity(activity, other, marks={stranger.pk: "present"}, seen="", today=DAY)

    granted(activity, home, home.member)

    assert list_begins(activity, home)[home.member.pk] == "leave"
    with pytest.raises(ZujiError):
        asked(activity, home, stranger)


def test_one_called_off_needs_no_leave(home, activity):
    call_off_activity(activity, reason="暴雨")

    with pytest.raises(ZujiError):
        asked(activity, home, home.member)


def test_asked_again_the_new_words_wait_and_entered_for_another_they_may_object(home, activity):
    granted(activity, home, home.member)
    again = asked(activity, home, home.member, "sick_leave", ground="phone")

    assert ServiceLeaveRequest.objects.get() == again
    assert (again.kind, again.state) == ("sick_leave", "pending")
    assert EntryForMember.objects.get().about == f"service_leave_request:{again.pk}"
    asked(activity, home, home.member)
    assert not EntryForMember.objects.exists()


@pytest.fixture
def coming(world):
    """A service activity and a theme activity of the committee, tomorrow."""
    on = today() + timedelta(days=1)
    theme = plan_theme(world.city, name="音乐会", held_on=on, organiser="", venue="").record
    return {"service": plan_activity(world.city, name="义诊", held_on=on).record, "activities": theme}


@pytest.mark.parametrize("app", ["service", "activities"])
def test_a_member_asks_and_the_keeper_grants_and_others_do_not_read_why(world, client, coming, app):
    activity = coming[app]
    page = reverse(f"{app}:leave-list", args=[activity.pk])
    client.force_login(world.users.member)
    assert client.post(page, {"kind": "sick_leave", "reason": "住院"}).status_code == 302
    request = activity.leave_requests.get()
    decision = reverse(f"{app}:leave-decision-create", args=[request.pk])
    assert (request.member, request.ground) == (world.member, "own")
    assert client.post(decision, {"state": "granted"}).status_code == 404

    client.force_login(world.users.other_member)
    assert "住院" not in client.get(page).content.decode()
    assert client.post(decision, {"state": "granted"}).status_code == 404

    client.force_login(world.users.officer)
    assert "住院" in client.get(page).content.decode()
    client.post(decision, {"state": "granted"})
    request.refresh_from_db()
    assert request.state == "granted"


@pytest.mark.parametrize("app", ["service", "activities"])
def test_the_keeper_enters_leave_for_who_telephoned(world, client, coming, app):
    page = reverse(f"{app}:leave-list", args=[coming[app].pk]) + "?for=other"
    form = {"member": world.member.pk, "kind": "leave", "ground": "phone"}
    client.force_login(world.users.member)
    assert client.post(page, form).status_code == 302
    assert coming[app].leave_requests.get().ground == "own"  # a member enters their own, whatever the address says

    client.force_login(world.users.officer)
    client.post(page, form)

    assert (coming[app].leave_requests.get().ground, coming[app].leave_requests.get().member) == ("phone", world.member)


def test_the_list_names_who_still_waits_for_a_decision(world, client):
    activity = plan_activity(world.city, name="义诊", held_on=today()).record
    ask_activity_leave(activity, world.branch, world.member, asked=LeaveAsked("leave", "", today(), world.member.name))
    client.force_login(world.users.officer)

    shown = client.get(reverse("service:activity-attendance", args=[world.branch.pk, activity.pk]))

    assert [each.member for each in shown.context["waiting"]] == [world.member]
    assert reverse("service:leave-list", args=[activity.pk]) in shown.content.decode()


def test_who_is_not_expected_is_not_led_to_a_page_that_is_not_theirs(world, client, coming):
    pages = {
        "service": reverse("service:activity-detail", args=[coming["service"].pk]),
        "activities": reverse("activities:activity-list", args=[world.branch.pk])
        + f"?year={coming['activities'].held_on.year}",
    }

    def leads_there(user, app):
        client.force_login(user)
        shown = client.get(pages[app]).content.decode()
        return reverse(f"{app}:leave-list", args=[coming[app].pk]) in shown

    assert [leads_there(world.users.member, app) for app in pages] == [True, True]
    assert [leads_there(world.users.vice_chair, app) for app in pages] == [False, False]
