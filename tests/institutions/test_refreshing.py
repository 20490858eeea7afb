"""Whoever reads standings gets what holds now: judged anew after every change that matters, and only then."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import RULEBOOK, report_info
from zuji.footprints.models import Freshness
from zuji.institutions import actions
from zuji.institutions.actions import advance, put_in_force, refresh
from zuji.institutions.models import Standing
from zuji.operations.verification import standing_differences
from zuji.organizations.actions import assign_post, exempt, register_member, set_membership, set_policy
from zuji.organizations.models import Organization
from zuji.study.actions import record_task

pytestmark = pytest.mark.django_db
TODAY = date(2018, 7, 1)


def is_judged_anew(world, *, today=TODAY, year=2018):
    """Read as a page does: the branch fresh from the database."""
    return refresh(Organization.objects.get(pk=world.branch.pk), year, today=today)


def standing_of(code, window_key, member=None):
    return Standing.objects.get(duty__code=code, window_key=window_key, member=member)


def rows():
    return {row["id"]: row for row in Standing.objects.values()}


def text_of(title, code):
    return f"# {title}\n\n第一条 每月调研。\n\n```duty {code} 每月调研\n支部 每月 集体调研 ≥ 1 次\n```\n"


def new_member(world):
    member, _is_changed = register_member(world.branch, member_no="M09", name="苗九畹")
    set_membership(member, world.branch, from_on=date(2018, 2, 1), until_on=None)


CHANGES = {
    "a footprint is posted": lambda world: report_info(world, "IN050", date(2018, 5, 1)),
    "a footprint is reversed": lambda world: report_info(world, "IN010", date(2018, 1, 10), duplicate_of="IN011"),
    "somebody joins": new_member,
    "somebody leaves": lambda world: set_membership(
        world.member, world.branch, from_on=date(2015, 1, 1), until_on=date(2018, 3, 1)
    ),
    "a post is assigned": lambda world: assign_post(
        world.officer, world.branch, post="branch_director", from_on=date(2018, 2, 1), until_on=None
    ),
    "a post ends": lambda world: assign_post(
        world.director, world.branch, post="branch_director", from_on=date(2018, 1, 1), until_on=date(2018, 1, 15)
    ),
    "somebody is exempt": lambda world: exempt(
        world.member, world.branch, from_on=date(2018, 1, 1), until_on=None, reason="病假", approved_by="支部委员会"
    ),
    "a setting changes": lambda world: set_policy(
        world.branch, key="present_marks", value=["online"], from_on=date(2018, 1, 1)
    ),
    "a setting of the committee changes": lambda world: set_policy(
        world.city, key="present_marks", value=["online"], from_on=date(2018, 1, 1)
    ),
    "a text comes into force": lambda world: put_in_force(
        world.branch, code="I2", title="二", text=text_of("二", "branch-research"),
        from_on=date(2018, 6, 1),
    ),
    "a text of the committee comes into force": lambda world: put_in_force(
        world.city, code="C1", title="三", text=text_of("三", "city-research"),
        from_on=date(2018, 6, 1),
    ),
    "a text is replaced": lambda world: put_in_force(
        world.branch, code="I1", title="支部工作制度", text=RULEBOOK.replace("≥ 6 条", "≥ 5 条"),
        from_on=date(2018, 4, 1),
    ),
    "a text is repealed": lambda world: advance(world.rulebook, state="repealed", on=date(2018, 6, 1)),
    "the committee gives a study task": lambda world: record_task(
        world.city, code="TK02", material="乡村振兴", issued_on=date(2018, 4, 1), due_on=date(2018, 4, 30)
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_year_is_judged_anew_once_when(world, change):
    assert is_judged_anew(world)
    assert not is_judged_anew(world)
    before = rows()

    change(world)

    assert is_judged_anew(world)
    assert not is_judged_anew(world)
    assert rows() != before
    assert list(standing_differences()) == []


def test_a_late_record_counts_from_its_confirmation_on(world):
    report_info(world, "IN045", date(2018, 4, 30), recorded_on=date(2018, 6, 15))
    is_judged_anew(world)
    assert standing_of("infos-monthly", "2018-04").status == "missed"

    report_info(world, "IN045", date(2018, 4, 30), recorded_on=date(2018, 6, 15), confirmed_by="乔二木")

    assert is_judged_anew(world)
    april = standing_of("infos-monthly", "2018-04")
    assert (april.status, april.numerator, april.is_late) == ("met", 6, True)


def test_a_day_that_passes_judges_anew(world):
    is_judged_anew(world, today=date(2018, 5, 31))
    assert standing_of("infos-monthly", "2018-05").status == "due"

    assert is_judged_anew(world, today=date(2018, 6, 1))
    assert standing_of("infos-monthly", "2018-05").status == "missed"


def test_a_year_long_past_stays_as_it_was_judged(world):
    is_judged_anew(world, today=date(2021, 6, 1))

    assert not is_judged_anew(world, today=date(2021, 6, 2))


def test_a_year_long_past_is_judged_anew_after_a_change_all_the_same(world):
    is_judged_anew(world, today=date(2021, 6, 1))

    report_info(world, "IN045", date(2018, 4, 30))

    assert is_judged_anew(world, today=date(2021, 6, 2))
    assert standing_of("infos-monthly", "2018-04").status == "met"


def test_only_the_rows_that_differ_are_written(world):
    is_judged_anew(world)
    before = rows()

    report_info(world, "IN045", date(2018, 4, 30))
    is_judged_anew(world)

    after = rows()
    replaced = [row["window_key"] for number, row in before.items() if number not in after]
    assert replaced == ["2018-04"]
    assert [row["window_key"] for number, row in after.items() if number not in before] == ["2018-04"]


def test_a_change_that_changes_no_verdict_writes_no_row(world):
    is_judged_anew(world)
    before = rows()

    assign_post(world.member, world.branch, post="info_officer", from_on=date(2018, 1, 1), until_on=None)

    assert is_judged_anew(world)
    assert rows() == before


def test_reading_what_is_fresh_asks_one_question(world, django_assert_num_queries):
    is_judged_anew(world)
    branch = Organization.objects.get(pk=world.branch.pk)

    with django_assert_num_queries(1):
        refresh(branch, 2018, today=TODAY)


def test_the_other_branch_is_left_alone(world):
    is_judged_anew(world)

    assert not Standing.objects.filter(organization=world.other_branch).exists()
    assert not Freshness.objects.filter(organization=world.other_branch).exists()


def test_of_two_readers_at_once_the_second_finds_it_done(world, monkeypatch):
    """While the first looks, the second comes in between, judges and is gone again."""
    look = actions.is_fresh
    looked = []

    def look_and_be_overtaken(*asked):
        answer = look(*asked)
        if not looked:
            looked.append(answer)
            assert is_judged_anew(world)
        return answer

    monkeypatch.setattr(actions, "is_fresh", look_and_be_overtaken)
    with CaptureQueriesContext(connection) as queries:
        first_judged = is_judged_anew(world)

    assert looked == [False]
    assert not first_judged
    judgements = [query for query in queries if "WITH scope" in query["sql"]]
    assert len(judgements) == 1
