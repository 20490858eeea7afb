"""An info is recorded with its author and who adopted it."""

from datetime import datetime

import pytest

from tests.recording import small_branch, standing_kinds
from zuji.foundation.clock import SHANGHAI
from zuji.foundation.errors import ZujiError
from zuji.infos.actions import record_info

pytestmark = pytest.mark.django_db
FIELDS = {"title": "关于冬季供热的建议", "submitted_at": datetime(2018, 1, 12, 8, 10, tzinfo=SHANGHAI)}


@pytest.fixture
def world():
    return small_branch()


def test_an_info_counts_for_branch_and_author(world):
    record_info(world.branch, code="IN01", member_id=world.member.pk, **FIELDS)

    assert standing_kinds() == ["info.reported", "info.reported"]


def test_the_branchs_own_info_counts_for_the_branch_only(world):
    record_info(world.branch, code="IN01", **FIELDS)

    assert standing_kinds() == ["info.reported"]


def test_a_higher_level_that_adopts_it_replaces_the_lower(world):
    record_info(world.branch, code="IN01", member_id=world.member.pk, adopted_by=["city"], **FIELDS)

    recorded = record_info(world.branch, code="IN01", adopted_by=["province"])

    assert recorded.is_changed
    assert "info.adopted_province" in standing_kinds()
    assert "info.adopted_city" not in standing_kinds()


def test_without_a_word_about_adoption_it_stays_adopted(world):
    record_info(world.branch, code="IN01", adopted_by=["city"], **FIELDS)

    assert not record_info(world.branch, code="IN01", **FIELDS).is_changed


def test_an_adoption_entered_with_its_body_is_not_overwritten(world):
    info = record_info(world.branch, code="IN01", **FIELDS).record
    info.outcomes.create(kind="adopted", level="city", body="市政协")

    assert not record_info(world.branch, code="IN01", adopted_by=["city"]).is_changed
    assert not record_info(world.branch, code="IN01", adopted_by=[]).is_changed
    assert info.outcomes.get().body == "市政协"


def test_a_duplicate_is_kept_and_counts_for_nobody(world):
    record_info(world.branch, code="IN02", member_id=world.member.pk, duplicate_of="IN01", **FIELDS)

    assert standing_kinds() == ["info.duplicate"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"duplicate_of": "IN01"}, "duplicate_of"),
        ({"adopted_by": ["village"]}, "level"),
        ({"title": "长" * 161}, "title"),
    ],
)
def test_what_cannot_be_is_refused(world, wrong, field):
    with pytest.raises(ZujiError) as refusal:
        record_info(world.branch, code="IN01", **(FIELDS | wrong))

    assert refusal.value.field == field
