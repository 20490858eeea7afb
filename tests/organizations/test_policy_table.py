"""Who may do what, where: the policy table from the outside, one row for each role."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from zuji.organizations.actions import assign_post
from zuji.organizations.entitlements import ACTIONS, MEMBER_ACTIONS, POSTS, organizations_seen_by
from zuji.organizations.permissions import may

pytestmark = pytest.mark.django_db

IN_THE_BRANCH = """
                view_board view_member draft_institution adopt_institution edit_roll load_records record_work approve_work plan_work check_infos sign_infos keep_participation keep_service receive_papers write_party_proposals
director        yes        yes         yes               yes               yes       yes          yes         yes          yes yes         yes        yes                yes          -              -
deputy          yes        yes         yes               -                 yes       yes          yes         yes          yes yes         yes        yes                yes          -              -
officer         yes        yes         -                 -                 yes       yes          yes         -            yes yes         -          yes                yes          -              -
member          yes        -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
former_director yes        -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
other_member    -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
chair           yes        yes         yes               yes               -         -            -           -            yes -           -          -                  -            yes              yes
vice_chair      yes        yes         -                 -                 -         -            -           -            yes -           -          -                  -            yes              yes
nobody_yet      -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
operator        yes        yes         yes               yes               yes       yes          yes         yes          yes yes         yes        yes                yes          yes              yes
"""  # noqa: E501 - a table is read in one piece
IN_THE_OTHER_BRANCH = """
                view_board view_member draft_institution adopt_institution edit_roll load_records record_work approve_work plan_work check_infos sign_infos keep_participation keep_service receive_papers write_party_proposals
director        -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
deputy          -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
officer         -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
member          -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
former_director -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
other_member    yes        -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
chair           yes        yes         yes               yes               -         -            -           -            yes -           -          -                  -            yes              yes
vice_chair      yes        yes         -                 -                 -         -            -           -            yes -           -          -                  -            yes              yes
nobody_yet      -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
operator        yes        yes         yes               yes               yes       yes          yes         yes          yes yes         yes        yes                yes          yes              yes
"""  # noqa: E501 - a table is read in one piece
IN_THE_COMMITTEE = """
                view_board view_member draft_institution adopt_institution edit_roll load_records record_work approve_work plan_work check_infos sign_infos keep_participation keep_service receive_papers write_party_proposals
director        -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
deputy          -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
officer         -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
member          -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
former_director -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
other_member    -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
chair           yes        yes         yes               yes               -         -            -           -            yes -           -          -                  -            yes              yes
vice_chair      yes        yes         -                 -                 -         -            -           -            yes -           -          -                  -            yes              yes
nobody_yet      -          -           -                 -                 -         -            -           -            - -           -          -                  -            -              -
operator        yes        yes         yes               yes               yes       yes          yes         yes          yes yes         yes        yes                yes          yes              yes
"""  # noqa: E501 - a table is read in one piece


def table_of(text):
    """Read a table: role → the actions it says yes to, and all the actions it speaks of."""
    heading, *rows = text.strip().splitlines()
    actions = heading.split()
    cells = {row.split()[0]: row.split()[1:] for row in rows}
    assert all(len(row) == len(actions) for row in cells.values())
    return {role: {a for a, cell in zip(actions, row, strict=True) if cell == "yes"} for role, row in cells.items()}


def granted(world, organization):
    return {
        role: {action for action in ACTIONS if may(user, action, organization)}
        for role, user in vars(world.users).items()
    }


@pytest.mark.parametrize("table", [IN_THE_BRANCH, IN_THE_OTHER_BRANCH, IN_THE_COMMITTEE])
def test_the_tables_speak_of_every_action_and_every_role(world, table):
    heading = table.strip().splitlines()[0].split()

    assert heading == list(ACTIONS)
    assert list(table_of(table)) == list(vars(world.users))


def test_in_the_branch(world):
    assert granted(world, world.branch) == table_of(IN_THE_BRANCH)


def test_in_the_other_branch(world):
    assert granted(world, world.other_branch) == table_of(IN_THE_OTHER_BRANCH)


def test_in_the_committee(world):
    assert granted(world, world.city) == table_of(IN_THE_COMMITTEE)


def test_who_is_not_signed_in_may_do_nothing(world):
    assert not [action for action in ACTIONS if may(AnonymousUser(), action, world.branch)]


@pytest.mark.parametrize("post", sorted(POSTS))
def test_every_post_grants_its_row_where_it_is_held_and_below_if_it_oversees(world, post):
    _label, oversees, actions = POSTS[post]
    held_in = world.city if oversees else world.other_branch
    assign_post(world.member, held_in, post=post, from_on=date(2018, 1, 1), until_on=None)

    there = {action for action in ACTIONS if may(world.users.member, action, world.other_branch)}

    assert there == actions


def test_a_post_that_does_not_oversee_grants_nothing_below(world):
    assign_post(world.member, world.city, post="committee_member", from_on=date(2018, 1, 1), until_on=None)

    assert may(world.users.member, "view_board", world.city)
    assert not may(world.users.member, "view_board", world.other_branch)


def test_rights_last_from_the_first_day_of_a_post_to_its_last(world):
    def may_adopt(on):
        seen = organizations_seen_by(world.users.former_director, action="adopt_institution", on=on)
        return seen.filter(pk=world.branch.pk).exists()

    assert [may_adopt(on) for on in (date(2016, 11, 30), date(2016, 12, 1))] == [False, True]
    assert [may_adopt(on) for on in (date(2017, 12, 31), date(2018, 1, 1))] == [True, False]


def test_membership_alone_grants_what_it_says_and_ends_with_the_membership(world):
    world.member.memberships.update(until_on=date(2019, 1, 1))

    seen = [organizations_seen_by(world.users.member, on=on).count() for on in (date(2018, 12, 31), date(2019, 1, 1))]

    assert seen == [1, 0]
    assert {"view_board"} == MEMBER_ACTIONS


def test_an_organization_seen_for_two_reasons_is_listed_once(world):
    assign_post(world.director, world.branch, post="info_officer", from_on=date(2018, 1, 1), until_on=None)

    assert list(organizations_seen_by(world.users.director)) == [world.branch]
