"""Membership comes in spans: first day in, first day out, never two at once."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from zuji.foundation.errors import ZujiError
from zuji.organizations.actions import register_member, set_membership
from zuji.organizations.models import Membership
from zuji.organizations.queries import branch_of_member, members_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer(world):
    return register_member(world.branch, member_no="M09", name="苗九畹")[0]


def revision(organization):
    organization.refresh_from_db()
    return organization.people_revision


def test_a_member_is_on_the_roll_from_the_first_day_to_the_last(world, newcomer):
    set_membership(newcomer, world.branch, from_on=date(2018, 3, 1), until_on=date(2018, 7, 1))

    days = [date(2018, 2, 28), date(2018, 3, 1), date(2018, 6, 30), date(2018, 7, 1)]

    assert [newcomer in members_on(world.branch, on) for on in days] == [False, True, True, False]


def test_an_open_span_has_no_last_day(world, newcomer):
    set_membership(newcomer, world.branch, from_on=date(2018, 3, 1), until_on=None)

    assert newcomer in members_on(world.branch, date(9999, 12, 30))
    assert Membership.objects.get(member=newcomer).until_on is None


def test_who_left_and_came_back_has_two_spans(world, newcomer):
    set_membership(newcomer, world.branch, from_on=date(2016, 1, 1), until_on=date(2017, 1, 1))
    set_membership(newcomer, world.branch, from_on=date(2018, 1, 1), until_on=None)

    assert newcomer.memberships.count() == 2
    assert newcomer not in members_on(world.branch, date(2017, 6, 1))


@pytest.mark.parametrize(
    ("from_on", "until_on"),
    [
        (date(2017, 6, 1), date(2018, 2, 1)),
        (date(2018, 2, 1), date(2018, 3, 1)),
        (date(2018, 6, 30), None),
        (date(2017, 1, 1), None),
    ],
    ids=["over its start", "within", "over its end", "around it"],
)
def test_a_span_that_overlaps_another_is_refused(world, newcomer, from_on, until_on):
    set_membership(newcomer, world.branch, from_on=date(2018, 1, 1), until_on=date(2018, 7, 1))

    with pytest.raises(ZujiError):
        set_membership(newcomer, world.branch, from_on=from_on, until_on=until_on)

    assert newcomer.memberships.count() == 1


def test_a_span_may_begin_the_day_another_ends(world, newcomer):
    set_membership(newcomer, world.branch, from_on=date(2018, 1, 1), until_on=date(2018, 7, 1))

    _span, is_changed = set_membership(newcomer, world.branch, from_on=date(2018, 7, 1), until_on=None)

    assert is_changed


def test_nobody_is_a_member_of_two_branches_at_once(world, newcomer):
    set_membership(newcomer, world.branch, from_on=date(2018, 1, 1), until_on=None)

    with pytest.raises(ZujiError):
        set_membership(newcomer, world.other_branch, from_on=date(2018, 7, 1), until_on=None)


def test_who_moves_counts_in_the_new_branch_from_the_day_the_old_one_ends(world, newcomer):
    set_membership(newcomer, world.branch, from_on=date(2018, 1, 1), until_on=date(2018, 7, 1))
    set_membership(newcomer, world.other_branch, from_on=date(2018, 7, 1), until_on=None)

    assert branch_of_member(newcomer) == world.other_branch
    assert newcomer not in members_on(world.branch, date(2018, 7, 1))


@pytest.mark.parametrize("until_on", [date(2018, 1, 1), date(2017, 12, 31)])
def test_a_span_that_ends_before_it_began_is_refused(world, newcomer, until_on):
    with pytest.raises(ZujiError):
        set_membership(newcomer, world.branch, from_on=date(2018, 1, 1), until_on=until_on)


def test_the_database_refuses_it_too(world, newcomer):
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            member=newcomer, organization=world.branch, from_on=date(2018, 1, 1), until_on=date(2018, 1, 1)
        )


def test_a_change_raises_the_revision_of_the_branch_and_the_same_again_does_not(world, newcomer):
    before = revision(world.branch)
    elsewhere = revision(world.other_branch)

    set_membership(newcomer, world.branch, from_on=date(2018, 1, 1), until_on=None)
    after = revision(world.branch)
    _span, is_changed = set_membership(newcomer, world.branch, from_on=date(2018, 1, 1), until_on=None)

    assert after == before + 1
    assert not is_changed
    assert revision(world.branch) == after
    assert revision(world.other_branch) == elsewhere


def test_an_end_that_becomes_known_closes_the_span(world, newcomer):
    set_membership(newcomer, world.branch, from_on=date(2018, 1, 1), until_on=None)

    span, is_changed = set_membership(newcomer, world.branch, from_on=date(2018, 1, 1), until_on=date(2018, 9, 1))

    assert is_changed
    assert span.until_on == date(2018, 9, 1)


def test_a_card_is_known_by_its_number_where_it_is_kept(world):
    same, is_changed = register_member(world.branch, member_no="M04", name="林四维", phone="0455-1234567")
    elsewhere, _is_new = register_member(world.other_branch, member_no="M04", name="另一人")

    assert same == world.member
    assert is_changed
    assert elsewhere != world.member
