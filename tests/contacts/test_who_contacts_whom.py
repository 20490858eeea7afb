"""Members are shared out among head and deputies; an election ends it, and nobody is forgotten."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.contacts.actions import StaleAssignments, share_out
from zuji.contacts.models import ContactAssignment
from zuji.contacts.queries import (
    assigned_on,
    assignment_lines,
    contact_lines,
    in_office,
    keeper_of,
    marks_of_pairs,
    suggested,
)
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import Quarter
from zuji.organizations.actions import assign_post

pytestmark = pytest.mark.django_db
ON = date(2018, 5, 4)


def share(world, keepers, **given):
    said = {"seen": marks_of_pairs(assigned_on(world.branch, ON)), "on": ON, "by": "石三川"}
    return share_out(world.branch, keepers=keepers, **(said | given))


def names(assigned):
    return {number: member.name for number, member in assigned.items()}


def test_it_holds_from_its_day_on(world):
    share(world, {world.officer.pk: world.deputy.pk})

    assert keeper_of(world.branch, world.officer, date(2018, 5, 3)) is None
    assert keeper_of(world.branch, world.officer, ON) == world.deputy


def test_said_anew_the_old_pair_ends_that_day(world):
    share(world, {world.member.pk: world.deputy.pk})

    rows = ContactAssignment.objects.filter(member=world.member).order_by("from_on")
    assert [(row.by_member.name, row.from_on, row.until_on) for row in rows] == [
        ("田一禾", date(2018, 1, 8), ON),
        ("乔二木", ON, None),
    ]


def test_changed_twice_on_a_day_only_the_last_word_stays(world):
    share(world, {world.member.pk: world.deputy.pk})
    share(world, {world.member.pk: None})

    assert keeper_of(world.branch, world.member, ON) is None
    assert ContactAssignment.objects.filter(member=world.member).count() == 1


def test_said_again_nothing_changes_even_from_an_old_page(world):
    old = marks_of_pairs(assigned_on(world.branch, ON))
    share(world, {world.officer.pk: world.deputy.pk})

    assert share(world, {world.officer.pk: world.deputy.pk}, seen=old) == 0
    assert ContactAssignment.objects.filter(member=world.officer).count() == 1


def test_a_page_grown_stale_is_refused(world):
    old = marks_of_pairs(assigned_on(world.branch, ON))
    share(world, {world.officer.pk: world.deputy.pk})

    with pytest.raises(StaleAssignments):
        share(world, {world.officer.pk: world.director.pk}, seen=old)


@pytest.mark.parametrize(
    ("member", "keeper"),
    [("deputy", "deputy"), ("director", "deputy"), ("other_member", "deputy"), ("member", "officer")],
)
def test_neither_oneself_nor_the_head_nor_a_stranger_nor_out_of_office(world, member, keeper):
    with pytest.raises(ZujiError):
        share(world, {getattr(world, member).pk: getattr(world, keeper).pk})


def test_an_election_ends_it_without_a_word_written(world):
    share(world, {world.officer.pk: world.deputy.pk})
    elected = date(2018, 7, 1)
    assign_post(world.deputy, world.branch, post="deputy_branch_director", from_on=date(2016, 12, 1), until_on=elected)

    assert keeper_of(world.branch, world.officer, date(2018, 6, 30)) == world.deputy
    assert keeper_of(world.branch, world.officer, elected) is None


def test_who_comes_back_into_office_does_not_take_up_the_old_pairs(world):
    share(world, {world.officer.pk: world.deputy.pk})
    post = {"post": "deputy_branch_director", "until_on": date(2018, 7, 1)}
    assign_post(world.deputy, world.branch, from_on=date(2016, 12, 1), **post)
    assign_post(world.deputy, world.branch, post="branch_director", from_on=date(2018, 9, 1), until_on=None)

    assert keeper_of(world.branch, world.officer, date(2018, 10, 1)) is None


def test_from_deputy_to_head_is_no_break(world):
    share(world, {world.officer.pk: world.deputy.pk})
    post = {"post": "deputy_branch_director", "until_on": date(2018, 7, 1)}
    assign_post(world.deputy, world.branch, from_on=date(2016, 12, 1), **post)
    assign_post(world.deputy, world.branch, post="branch_director", from_on=date(2018, 7, 1), until_on=None)

    assert keeper_of(world.branch, world.officer, date(2018, 10, 1)) == world.deputy


def test_the_suggestion_is_even_and_writes_nothing(world):
    members = [line.member for line in assignment_lines(world.branch, ON)]
    before = ContactAssignment.objects.count()

    found = suggested(members, in_office(world.branch, ON), assigned_on(world.branch, ON))

    keepers = [*found.values(), world.director.pk]  # the member's, said already
    assert keepers.count(world.director.pk) == keepers.count(world.deputy.pk) == 2
    assert found[world.deputy.pk] == world.director.pk
    assert ContactAssignment.objects.count() == before


def test_my_own_stand_first_in_the_quarter(world):
    share(world, {world.former_director.pk: world.deputy.pk})

    lines = contact_lines(world.branch, Quarter(2018, 2), today=date(2018, 6, 1), reader=world.deputy)

    assert [(line.member.name, line.is_mine) for line in lines][:2] == [("江五洲", True), ("乔二木", False)]
    assert {line.member.name: line.keeper and line.keeper.name for line in lines}["林四维"] == "田一禾"


# The pages


def address(world):
    return reverse("contacts:assignment-edit", args=[world.branch.pk])


def test_the_page_begins_with_what_is_said_and_suggests_the_rest(world, client):
    client.force_login(world.users.officer)

    page = client.get(address(world))

    rows = {row.line.member.name: (row.field.value(), row.is_suggested) for row in page.context["rows"]}
    assert rows["林四维"] == (str(world.director.pk), False)
    assert rows["乔二木"] == (str(world.director.pk), True)
    assert "还有 3 人无人联系" in page.content.decode()
    assert ContactAssignment.objects.count() == 1


def test_everybody_is_shared_out_in_one_screen(world, client):
    client.force_login(world.users.director)
    page = client.get(address(world))
    said = {row.field.html_name: row.field.value() for row in page.context["rows"]}

    answer = client.post(address(world), said | {"seen": page.context["form"]["seen"].value()})

    assert answer.status_code == 302
    assert len(assigned_on(world.branch, today())) == 4
    assert ContactAssignment.objects.exclude(member=world.member).values_list("entered_by", flat=True)[0] == "田一禾"


def test_a_clash_is_told_with_the_choice_kept_and_may_then_be_saved(world, client):
    client.force_login(world.users.director)
    said = {f"keeper-{world.officer.pk}": str(world.deputy.pk), "seen": "old"}

    refused = client.post(address(world), said)

    assert refused.status_code == 409
    assert "已有人先行调整分工" in refused.content.decode()
    again = client.post(address(world), said | {"seen": refused.context["form"]["seen"].value()})
    assert again.status_code == 302
    assert keeper_of(world.branch, world.officer, today()) == world.deputy


def test_a_vacancy_is_said_on_both_pages(world, client):
    for member, post, begun in (
        (world.director, "branch_director", date(2018, 1, 1)),
        (world.deputy, "deputy_branch_director", date(2016, 12, 1)),
    ):
        assign_post(member, world.branch, post=post, from_on=begun, until_on=date(2019, 1, 1))
    client.force_login(world.users.officer)

    contacts = client.get(reverse("contacts:contact-list", args=[world.branch.pk])).content.decode()

    assert "主任、副主任空缺：这些会员无人联系。" in contacts
    assert 'name="member"' not in contacts
    assert "请先录入职务" in client.get(address(world)).content.decode()


def test_a_member_reads_who_keeps_in_touch_and_shares_nobody_out(world, client):
    client.force_login(world.users.member)

    assert "田一禾负责联系您" in client.get(reverse("contacts:contact-list", args=[world.branch.pk])).content.decode()
    assert client.post(address(world), {"seen": ""}).status_code == 404


def test_a_head_of_another_branch_shares_nobody_out_here(world, client):
    assign_post(world.other_member, world.other_branch, post="branch_director", from_on=date(2018, 1, 1), until_on=None)
    client.force_login(world.users.other_member)

    assert client.get(address(world)).status_code == 404


def test_the_page_asks_no_more_for_more_members(world, client, django_assert_max_num_queries):
    client.force_login(world.users.director)

    with django_assert_max_num_queries(22):
        client.get(address(world))
