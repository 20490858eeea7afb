"""What a clause asks of lectures and activities, judged from what these pages write."""

from datetime import date

import pytest

from zuji.footprints.models import Footprint
from zuji.gatherings.queries import expected_on
from zuji.institutions.actions import refresh
from zuji.institutions.queries.standings import standings_of, standings_of_code
from zuji.organizations.models import Organization
from zuji.service.actions import LecturePlan, Proof, attend_activity, hold_lecture, plan_activity, plan_lecture
from zuji.service.queries import lectures_of, year_of

pytestmark = pytest.mark.django_db
DAY, TODAY = date(2018, 9, 8), date(2019, 6, 1)


def standing(world, code, key=None):
    refresh(Organization.objects.get(pk=world.branch.pk), 2018, today=TODAY)
    found = standings_of_code(standings_of(world.branch, 2018), code)
    return [(each.status, each.numerator) for each in found]


def given(world, topic, on=DAY, recorded_on=DAY):
    plan = LecturePlan(topic=topic, held_on=on, host="某中学", speakers=(world.member.pk,))
    lecture = plan_lecture(world.branch, plan=plan, on=recorded_on, by="田一禾").record
    return hold_lecture(lecture, proof=Proof(), seen=lecture.revision, on=recorded_on, by="田一禾")


def bar(world):
    every = lectures_of(world.branch).filter(held_on__year=2018)
    return year_of(world.branch, every, year=2018, today=TODAY).given


def test_each_lecture_counts_once_on_board_and_bar(world):
    [(_before, number)] = standing(world, "public-lectures")
    assert bar(world) == number

    given(world, "时间管理")

    assert [count for _status, count in standing(world, "public-lectures")] == [number + 1] == [bar(world)]


def test_a_late_one_waits_on_board_and_bar_alike(world):
    [before] = standing(world, "public-lectures")

    given(world, "时间管理", recorded_on=date(2018, 12, 1))

    assert standing(world, "public-lectures") == [before]
    assert bar(world) == before[1]


def test_a_planned_activity_is_owed_once_it_took_place_and_a_branchs_own_never(world):
    before = standing(world, "service-activities")
    planned = plan_activity(world.city, name="送教下乡", held_on=DAY).record
    own = plan_activity(world.branch, name="看望老教师", held_on=DAY).record
    marks = {member.pk: "present" for member in expected_on(world.branch, DAY)}
    attend_activity(own, world.branch, marks=marks, seen="", today=DAY)
    assert standing(world, "service-activities") == before

    attend_activity(planned, world.branch, marks=marks, seen="", today=DAY)

    assert len(standing(world, "service-activities")) == len(before) + 1
    assert Footprint.objects.standing().filter(kind="service.attended", happened_on=DAY).count() == len(marks)
