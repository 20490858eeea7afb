"""Who came, in one screen: light to load, cheap to save, safe to send twice or late."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.foundation.clock import today
from zuji.meetings.actions import hold_meeting, plan_meeting
from zuji.meetings.models import Meeting
from zuji.meetings.queries import expected_at, marks_of
from zuji.organizations.actions import register_member, set_membership

pytestmark = pytest.mark.django_db
OF_THE_TEST_ITSELF = 2
"""A test's transaction makes a savepoint, and its release, of what begins and ends a transaction otherwise."""


@pytest.fixture
def meeting(world) -> Meeting:
    """A meeting of today in a branch of sixty."""
    for number in range(6, 61):
        member, _is_new = register_member(world.branch, member_no=f"M{number:02}", name=f"会员{number}")
        set_membership(member, world.branch, from_on=date(2015, 1, 1), until_on=None)
    planned = plan_meeting(world.branch, by="田一禾", kind="all_member", topic="大会", held_on=today())
    return Meeting.objects.get(pk=planned.record.pk)


@pytest.fixture
def page(world, client, meeting) -> str:
    client.force_login(world.users.officer)
    return reverse("meetings:attendance-edit", args=[meeting.pk])


def sent(meeting: Meeting, **more: str) -> dict[str, str]:
    marks = {f"mark-{member.pk}": "present" for member in expected_at(meeting)}
    return marks | {"seen": str(meeting.revision)} | more


def test_sixty_people_load_light(client, page):
    answer = client.get(page)

    assert answer.status_code == 200
    assert answer.content.decode().count("<fieldset") == 60
    assert len(answer.content) <= 60_000


def test_sixty_marks_are_saved_in_few_queries(client, page, meeting, django_assert_max_num_queries):
    data = sent(meeting)

    with django_assert_max_num_queries(15 + OF_THE_TEST_ITSELF):
        answer = client.post(page, data)

    assert answer.status_code == 302
    assert len(marks_of(meeting)) == 60


def test_a_second_tap_is_told_that_it_is_stale_and_changes_nothing(client, page, meeting):
    data = sent(meeting)

    first, second = client.post(page, data), client.post(page, data)

    assert (first.status_code, second.status_code) == (302, 409)
    assert "石三川已先行改动这次会议" in second.content.decode()


def test_what_was_entered_is_still_there_when_somebody_was_quicker(client, page, meeting):
    one = expected_at(meeting)[0]
    data = sent(meeting, **{f"mark-{one.pk}": "official_leave"})
    everyone = {member.pk: "absent" for member in expected_at(meeting)}
    hold_meeting(meeting, marks=everyone, seen=meeting.revision, on=today(), by="乔二木")

    answer = client.post(page, data)

    assert answer.status_code == 409
    assert "乔二木已先行改动这次会议" in answer.content.decode()
    assert f'name="mark-{one.pk}" value="official_leave" checked' in answer.content.decode()
    assert set(marks_of(meeting).values()) == {"absent"}


def test_a_mark_that_there_is_not_is_refused_with_a_sentence(client, page, meeting):
    one = expected_at(meeting)[0]

    answer = client.post(page, sent(meeting, **{f"mark-{one.pk}": "<script>"}))

    assert answer.status_code == 200
    assert "<script>选" not in answer.content.decode()
    assert marks_of(meeting) == {}


def test_who_keeps_no_records_finds_no_such_page(world, client, page):
    client.force_login(world.users.member)

    assert client.get(page).status_code == 404
