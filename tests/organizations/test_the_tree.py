"""Who is below whom is kept with the tree, at any depth, and the tree never closes in a ring."""

from datetime import date

import pytest

from zuji.foundation.errors import ZujiError
from zuji.organizations.actions import add_organization, place_below, set_policy
from zuji.organizations.models import Organization, PolicySpan
from zuji.organizations.permissions import may
from zuji.organizations.queries import branches_for, committee_of, home_branch

pytestmark = pytest.mark.django_db


def names(organizations):
    return [organization.name for organization in organizations]


@pytest.fixture
def province(world):
    return add_organization(name="省委会", level="provincial")


def test_below_and_above_hold_the_organization_itself(world):
    assert set(names(Organization.objects.below(world.city))) == {"市委会", "一支部", "二支部"}
    assert names(Organization.objects.above(world.branch)) == ["一支部", "市委会"]


def test_a_tree_placed_below_another_goes_there_with_everything_in_it(world, province):
    place_below(world.city, province)

    assert set(names(Organization.objects.below(province))) == {"省委会", "市委会", "一支部", "二支部"}
    assert names(Organization.objects.above(world.branch)) == ["一支部", "市委会", "省委会"]
    assert list(world.branch.ancestor_links.order_by("depth").values_list("depth", flat=True)) == [0, 1, 2]


def test_what_is_placed_inherits_the_settings_and_learns_of_it(world, province):
    set_policy(province, key="late_after_days", value=60, from_on=date(2018, 1, 1))
    before = Organization.objects.get(pk=world.branch.pk).people_revision

    place_below(world.city, province)

    span = PolicySpan.objects.get(
        organization=world.branch, from_on__lte=date(2018, 6, 1), until_on__gt=date(2018, 6, 1)
    )
    assert span.policy.late_after_days == 60
    assert Organization.objects.get(pk=world.branch.pk).people_revision == before + 1


def test_an_organization_cannot_be_placed_below_itself(province):
    with pytest.raises(ZujiError):
        place_below(province, province)


def test_the_tree_cannot_close_in_a_ring(world):
    with pytest.raises(ZujiError):
        place_below(world.city, world.branch)

    assert Organization.objects.get(pk=world.city.pk).parent is None


def test_what_has_a_place_keeps_it(world, province):
    with pytest.raises(ZujiError):
        place_below(world.branch, province)


def test_a_chair_sees_what_is_placed_below_the_committee_later(world):
    third = add_organization(name="三支部", level="branch")
    assert not may(world.users.chair, "view_board", third)

    place_below(third, world.city)

    assert may(world.users.chair, "view_board", third)


def test_each_finds_the_branches_they_may_look_into(world):
    assert names(branches_for(world.users.member)) == ["一支部"]
    assert names(branches_for(world.users.chair)) == ["一支部", "二支部"]
    assert names(branches_for(world.users.nobody_yet)) == []


def test_who_oversees_has_a_committee_and_who_does_not_has_none(world):
    assert committee_of(world.users.chair) == world.city
    assert committee_of(world.users.director) is None


def test_home_is_the_branch_one_belongs_to_today(world):
    """The former membership of another branch does not make it home, nor does a post elsewhere."""
    world.other_member.memberships.update(organization=world.branch, until_on=date(2018, 1, 1))
    world.other_member.memberships.create(organization=world.other_branch, from_on=date(2018, 1, 1))
    world.other_member.post_assignments.create(organization=world.city, post="vice_chair", from_on=date(2018, 1, 1))

    assert home_branch(world.users.other_member) == world.other_branch
