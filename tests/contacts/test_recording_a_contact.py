"""A contact is recorded with date and form only."""

from datetime import date

import pytest

from tests.recording import small_branch
from zuji.contacts.actions import record_contact
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return small_branch()


def test_a_contact_names_who_was_contacted_and_who_did_it(world):
    record_contact(
        world.branch,
        code="CT01",
        by_member_id=world.director.pk,
        member_id=world.member.pk,
        on=date(2018, 1, 11),
        form="面谈",
    )

    footprint = Footprint.objects.get()
    assert (footprint.member, footprint.actor, footprint.credit) == (world.member, world.director, "branch")


def test_a_contact_made_out_of_office_is_kept(world):
    recorded = record_contact(
        world.branch,
        code="CT01",
        by_member_id=world.other.pk,
        member_id=world.member.pk,
        on=date(2018, 1, 11),
        form="电话",
    )

    assert recorded.is_new


def test_an_absurd_day_is_refused(world):
    with pytest.raises(ZujiError):
        record_contact(
            world.branch,
            code="CT01",
            by_member_id=world.director.pk,
            member_id=world.member.pk,
            on=date(20, 1, 11),
            form="",
        )
