"""Posts and exemptions are dated spans, and whoever reads standings learns that they changed."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from zuji.foundation.errors import ZujiError
from zuji.organizations.actions import assign_post, exempt
from zuji.organizations.models import Exemption, PostAssignment
from zuji.organizations.queries import exempt_on, posts_on

pytestmark = pytest.mark.django_db
REASON = {"reason": "产假", "approved_by": "支部委员会"}


def revision(organization):
    organization.refresh_from_db()
    return organization.people_revision


def test_a_post_is_held_from_its_first_day_to_the_day_before_it_ends(world):
    assign_post(world.member, world.branch, post="info_officer", from_on=date(2018, 2, 1), until_on=date(2018, 3, 1))

    days = [date(2018, 1, 31), date(2018, 2, 1), date(2018, 2, 28), date(2018, 3, 1)]

    assert [posts_on(world.branch, on).get(world.member.pk) for on in days] == [
        None,
        ["info_officer"],
        ["info_officer"],
        None,
    ]


def test_one_member_may_hold_two_posts(world):
    assign_post(world.deputy, world.branch, post="publicity_officer", from_on=date(2018, 2, 1), until_on=None)

    assert posts_on(world.branch, date(2018, 6, 1))[world.deputy.pk] == ["deputy_branch_director", "publicity_officer"]


def test_there_is_no_post_that_the_table_does_not_have(world):
    with pytest.raises(ZujiError):
        assign_post(world.member, world.branch, post="treasurer", from_on=date(2018, 1, 1), until_on=None)


@pytest.mark.parametrize("until_on", [date(2018, 1, 1), date(2017, 12, 31)])
def test_a_post_that_ends_before_it_began_is_refused(world, until_on):
    with pytest.raises(ZujiError):
        assign_post(world.member, world.branch, post="info_officer", from_on=date(2018, 1, 1), until_on=until_on)


def test_the_database_refuses_such_a_post_too(world):
    with pytest.raises(IntegrityError), transaction.atomic():
        PostAssignment.objects.create(
            member=world.member,
            organization=world.branch,
            post="info_officer",
            from_on=date(2018, 1, 1),
            until_on=date(2017, 1, 1),
        )


def test_a_new_post_raises_the_revision_once(world):
    before = revision(world.branch)

    for _time in range(2):
        assign_post(world.member, world.branch, post="info_officer", from_on=date(2018, 1, 1), until_on=None)

    assert revision(world.branch) == before + 1


def test_a_post_in_the_committee_raises_the_revision_of_every_branch_below(world):
    before = revision(world.branch), revision(world.other_branch)

    assign_post(world.member, world.city, post="committee_member", from_on=date(2018, 1, 1), until_on=None)

    assert (revision(world.branch), revision(world.other_branch)) == (before[0] + 1, before[1] + 1)


def test_an_exemption_goes_with_the_person(world):
    exempt(world.member, world.branch, from_on=date(2018, 3, 1), until_on=date(2018, 9, 1), **REASON)

    days = [date(2018, 2, 28), date(2018, 3, 1), date(2018, 8, 31), date(2018, 9, 1)]

    assert [world.member.pk in exempt_on(world.branch, on) for on in days] == [False, True, True, False]


def test_exemptions_may_overlap_for_they_are_merged_when_judged(world):
    exempt(world.member, world.branch, from_on=date(2018, 3, 1), until_on=date(2018, 9, 1), **REASON)
    exempt(world.member, world.branch, from_on=date(2018, 6, 1), until_on=None, reason="病假", approved_by="支部委员会")

    assert world.member.exemptions.count() == 2


def test_an_exemption_that_ends_before_it_began_is_refused(world):
    with pytest.raises(ZujiError):
        exempt(world.member, world.branch, from_on=date(2018, 3, 1), until_on=date(2018, 3, 1), **REASON)


def test_the_database_refuses_such_an_exemption_too(world):
    with pytest.raises(IntegrityError), transaction.atomic():
        Exemption.objects.create(member=world.member, from_on=date(2018, 3, 1), until_on=date(2018, 2, 1))


def test_an_exemption_raises_the_revision_once(world):
    before = revision(world.branch)

    for _time in range(2):
        exempt(world.member, world.branch, from_on=date(2018, 3, 1), until_on=None, **REASON)

    assert revision(world.branch) == before + 1


def test_an_exemption_raises_the_revision_of_the_branch_one_is_now_in(world):
    """It is kept with the card, but counts wherever its member is judged."""
    world.member.memberships.update(organization=world.other_branch)
    before = revision(world.other_branch)

    exempt(world.member, world.branch, from_on=date(2018, 3, 1), until_on=None, **REASON)

    assert revision(world.other_branch) == before + 1
