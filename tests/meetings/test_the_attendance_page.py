"""Who came, in one screen: light to load, cheap to save, safe to send twice or late."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.foundation.clock import today
from zuji.gatherings.queries import expected_at, marks_of
from zuji.meetings.actions import hold_meeting, plan_meeting
from zuji.meetings.models import Meeting
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


def test_a_second_tap_is_no_clash_and_changes_nothing(client, page, meeting):
    data = sent(meeting)

    client.post(page, data)
    before = (set(meeting.attendance.values_list("pk", "mark")), list(meeting.events.values_list("pk", flat=True)))
    second = client.post(page, data)

    assert second.status_code == 302
    assert before == (
        set(meeting.attendance.values_list("pk", "mark")),
        list(meeting.events.values_list("pk", flat=True)),
    )
    assert meeting.events.filter(what="attendance").count() == 1


def test_a_stale_page_with_other_marks_is_refused(client, page, meeting):
    one = expected_at(meeting)[0]
    client.post(page, sent(meeting))

    answer = client.post(page, sent(meeting, **{f"mark-{one.pk}": "absent"}))

    assert answer.status_code == 409
    assert marks_of(meeting)[one.pk] == "present"


def test_after_a_clash_was_told_the_same_page_can_be_saved(client, page, meeting):
    one = expected_at(meeting)[0]
    data = sent(meeting, **{f"mark-{one.pk}": "absent"})
    everyone = {member.pk: "present" for member in expected_at(meeting)}
    hold_meeting(meeting, marks=everyone, seen=meeting.revision, on=today(), by="乔二木")

    clash = client.post(page, data)
    again = client.post(page, {**data, "seen": clash.context["form"]["seen"].value()})

    assert f"目前已保存的内容：{one} 到场" in clash.content.decode()
    assert (clash.status_code, again.status_code) == (409, 302)
    assert marks_of(meeting)[one.pk] == "absent"


def test_what_was_entered_is_still_there_when_somebody_was_quicker(client, page, meeting):
    one = expected_at(meeting)[0]
    data = sent(meeting, **{f"mark-{one.pk}": "official_leave"})
    everyone = {member.pk: "absent" for member in expected_at(meeting)}
    hold_meeting(meeting, marks=everyone, seen=meeting.revision, on=today(), by="乔二木")

    answer = client.post(page, data)

    assert answer.status_code == 409
    assert "乔二木已先行改动" in answer.content.decode()
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


def test_the_kind_of_leave_is_told_only_to_those_who_keep_the_records(world, client, page, meeting):
    client.post(page, sent(meeting, **{f"mark-{world.director.pk}": "sick_leave"}))
    shown = reverse("meetings:meeting-detail", args=[meeting.pk])
    record = reverse("footprints:record-detail", args=[meeting._meta.db_table, meeting.pk])

    assert "病假" in client.get(shown).content.decode()
    assert "病假" not in client.get(record).content.decode()
    client.force_login(world.users.member)
    for address in (shown, record):
        told = client.get(address).content.decode()
        assert "请假" in told
        assert "病假" not in told
