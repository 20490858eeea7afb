"""What happened in a branch, newest first, each thing once; what is personal only for those it concerns."""

from datetime import date

import pytest
from django.urls import reverse

from tests.world import report_info
from zuji.contacts.actions import record_contact

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(world, client):
    """Open the timeline as somebody: the days and sentences it shows."""

    def as_role(role, **asked):
        client.force_login(getattr(world.users, role))
        return client.get(reverse("footprints:timeline", args=[world.branch.pk]), {"year": 2018, **asked})

    return as_role


def shown(response):
    return [entry.footprint.kind for entry in response.context["entries"]]


def test_the_newest_stands_first(read):
    days = [entry.footprint.happened_on for entry in read("director").context["entries"]]

    assert days == sorted(days, reverse=True)
    assert days[0] == date(2018, 10, 6)


def test_each_thing_stands_once(world, read):
    """An info of a member is two facts, the branch's and the member's; a lecture likewise."""
    report_info(world, "IN02", date(2018, 2, 5), member=world.member)

    kinds = shown(read("director"))

    assert kinds.count("lecture.given") == 1
    assert kinds.count("info.reported") == 13
    assert "meeting.attended" not in kinds


def test_a_kind_can_be_picked(read):
    assert set(shown(read("director", kind="info.reported"))) == {"info.reported"}


def test_a_kind_that_does_not_exist_picks_nothing_out(read):
    assert shown(read("director", kind="<script>")) == shown(read("director"))


def test_as_seen_on_a_day_nothing_later_stands(read):
    days = [entry.footprint.happened_on for entry in read("director", as_of="2018-02-28").context["entries"]]

    assert max(days) <= date(2018, 2, 28)


def test_a_year_without_footprints_says_so(read):
    assert "还没有足迹" in read("director", year=2016).content.decode()


@pytest.mark.parametrize(
    ("role", "kinds"),
    [
        ("director", {"contact.made", "thought_report.submitted"}),
        ("officer", {"contact.made", "thought_report.submitted"}),
        ("member", {"contact.made", "thought_report.submitted"}),
        ("former_director", set()),
    ],
)
def test_what_concerns_one_member_is_shown_to_that_member_and_those_entitled(read, role, kinds):
    personal = {"contact.made", "thought_report.submitted"}

    assert set(shown(read(role))) & personal == kinds


def test_the_choice_of_kinds_gives_away_nothing_personal(read):
    choices = {kind.code for kind in read("former_director").context["kinds"]}

    assert not choices & {"contact.made", "thought_report.submitted"}
    assert "info.reported" in choices


def test_another_branchs_timeline_is_not_there(world, read):
    assert read("other_member").status_code == 404


def test_a_committee_has_no_timeline(world, client):
    client.force_login(world.users.chair)

    assert client.get(reverse("footprints:timeline", args=[world.city.pk])).status_code == 404


def test_a_long_year_comes_in_pages(world, read):
    for number in range(30):
        report_info(world, f"IN5{number:02}", date(2018, 5, 1))

    first, second = read("director"), read("director", page=2)

    assert len(first.context["entries"]) == 40
    assert second.context["page"].number == 2
    assert "page=2" in first.content.decode()


def test_the_timeline_asks_no_more_for_more_records(world, client, django_assert_max_num_queries):
    for number in range(8):
        people = {"by_member_id": world.director.pk, "member_id": world.officer.pk}
        record_contact(world.branch, code=f"CT5{number}", on=date(2018, 5, 1), form="电话", **people)

    client.force_login(world.users.director)

    with django_assert_max_num_queries(20):
        client.get(reverse("footprints:timeline", args=[world.branch.pk]), {"year": 2018})
