"""Node days of the committee's plan, how a branch marked them, and theme activities."""

from datetime import date

import pytest

from tests.recording import small_branch, standing_kinds
from zuji.activities.actions import (
    mark_attendance,
    mark_node_day_attendance,
    record_activity,
    record_node_day,
    record_observance,
)
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return small_branch()


@pytest.fixture
def node_day(world):
    return record_node_day(world.city, code="ND01", name="建党97周年", anniversary_on=date(2018, 7, 1)).record


def test_the_plan_is_the_committees_and_the_marking_the_branchs(world, node_day):
    record_observance(world.branch, node_day=node_day, held_on=date(2018, 6, 29), form="座谈会", status="held")

    owners = dict(Footprint.objects.values_list("kind", "organization_id"))
    assert owners == {"node_day.planned": world.city.pk, "node_day.held": world.branch.pk}


def test_a_cancelled_marking_leaves_the_plan_only(world, node_day):
    record_observance(world.branch, node_day=node_day, held_on=date(2018, 6, 29), status="held")

    record_observance(world.branch, node_day=node_day, status="cancelled")

    assert standing_kinds() == ["node_day.planned"]


def test_who_came_to_a_node_day_is_kept(world, node_day):
    assert mark_node_day_attendance(node_day, world.branch, marks={world.member.pk: "present"})
    assert node_day.attendance.get().organization == world.branch


def test_a_plan_in_no_sensible_year_is_refused(world):
    with pytest.raises(ZujiError) as refusal:
        record_node_day(world.city, code="ND01", name="?", anniversary_on=date(2201, 7, 1))

    assert refusal.value.field == "anniversary_on"


def test_a_theme_activity_expects_everybody_and_keeps_who_came(world):
    activity = record_activity(world.city, code="AC01", name="演唱会", held_on=date(2018, 5, 12), status="held").record

    mark_attendance(activity, world.branch, marks={world.member.pk: "present"})

    assert standing_kinds() == ["activity.attended", "activity.held"]
