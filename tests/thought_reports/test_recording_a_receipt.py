"""That a thought report was handed in is noted, and nothing else."""

from datetime import date

import pytest

from tests.recording import small_branch
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.thought_reports.actions import record_receipt

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return small_branch()


def test_a_receipt_is_about_its_quarter(world):
    recorded = record_receipt(world.branch, member=world.member, quarter="2018Q1", submitted_on=date(2018, 3, 13))

    assert recorded.record.code == "2018Q1/M02"
    assert Footprint.objects.get().about == "2018Q1"


def test_another_day_of_the_same_quarter_corrects_the_first(world):
    record_receipt(world.branch, member=world.member, quarter="2018Q1", submitted_on=date(2018, 3, 13))

    recorded = record_receipt(world.branch, member=world.member.pk, quarter="2018Q1", submitted_on=date(2018, 3, 14))

    assert (recorded.is_new, recorded.is_changed) == (False, True)
    assert Footprint.objects.standing().count() == 1


@pytest.mark.parametrize("quarter", ["2018Q5", "2018-1", "Q1", "", "2018Q1 "])
def test_what_is_no_quarter_is_refused(world, quarter):
    with pytest.raises(ZujiError) as refusal:
        record_receipt(world.branch, member=world.member, quarter=quarter, submitted_on=date(2018, 3, 13))

    assert refusal.value.field == "quarter"
