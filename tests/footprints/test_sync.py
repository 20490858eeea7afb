"""The ledger is only ever added to: a correction takes back what no longer holds and posts what does."""

from datetime import date, datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.recording import small_branch, standing_kinds
from zuji.footprints.actions import difference, mark_judged, sync
from zuji.footprints.facts import Fact
from zuji.footprints.models import Footprint, Freshness
from zuji.foundation.clock import SHANGHAI
from zuji.infos.actions import record_info
from zuji.meetings.actions import mark_attendance, record_meeting
from zuji.organizations.actions import add_organization
from zuji.proposals.actions import record_proposal
from zuji.study.actions import record_task

pytestmark = pytest.mark.django_db
MEETING = {"held_on": date(2018, 1, 19), "topic": "学习交流", "kind": "all_member", "status": "held"}
INFO = {"title": "关于冬季供热的建议", "submitted_at": datetime(2018, 1, 12, 8, 10, tzinfo=SHANGHAI)}


@pytest.fixture
def world():
    return small_branch()


@pytest.fixture
def meeting(world):
    marks = {world.director.pk: "present", world.member.pk: "leave"}
    return record_meeting(world.branch, code="MT01", attendance=marks, **MEETING).record


def rows():
    """Every footprint as it stands in the database."""
    return {row["id"]: row for row in Footprint.objects.values()}


def judged(organization, *years):
    for year in years:
        mark_judged(organization, year, as_of=date(2019, 6, 1), people_revision=0)


def fresh_years(organization):
    return sorted(Freshness.objects.filter(organization=organization, is_stale=False).values_list("year", flat=True))


# What is posted


def test_a_new_record_posts_what_it_amounts_to(meeting):
    assert standing_kinds() == ["meeting.attended", "meeting.attended", "meeting.held"]


def test_a_correction_takes_back_what_differs_and_leaves_the_rest(meeting, world):
    before = rows()

    mark_attendance(meeting, marks={world.member.pk: "present"})

    posted = [row for number, row in rows().items() if number not in before]
    assert [(row["member_id"], row["mark"], row["quantity"]) for row in posted] == [
        (world.member.pk, "leave", -1),
        (world.member.pk, "present", 1),
    ]


def test_a_reversal_repeats_the_fact_with_its_quantity_turned_round_and_names_it(meeting, world):
    wrong = Footprint.objects.get(member=world.member)

    mark_attendance(meeting, marks={world.member.pk: "present"})

    reversal = Footprint.objects.get(reverses=wrong)
    same = ("kind", "organization_id", "credit", "about", "happened_on", "cohort_on", "recorded_on", "source")
    assert [getattr(reversal, name) for name in same] == [getattr(wrong, name) for name in same]
    assert reversal.quantity == -wrong.quantity


def test_nothing_that_was_posted_is_ever_changed_or_removed(meeting, world):
    before = rows()

    with CaptureQueriesContext(
        connection,
    ) as queries:
        record_meeting(world.branch, code="MT01", **(MEETING | {"held_on": date(2018, 2, 2)}))
        record_meeting(world.branch, code="MT01", **(MEETING | {"status": "cancelled"}))

    assert {number: row for number, row in rows().items() if number in before} == before
    written = [query["sql"] for query in queries if '"footprint"' in query["sql"]]
    assert written
    assert not [sql for sql in written if sql.startswith(("UPDATE", "DELETE"))]


def test_the_same_again_posts_nothing(meeting, world):
    before = rows()

    record_meeting(world.branch, code="MT01", **MEETING)

    assert rows() == before


def test_what_no_longer_counts_is_taken_back_whole(meeting, world):
    record_meeting(world.branch, code="MT01", **(MEETING | {"status": "cancelled"}))

    assert standing_kinds() == []
    assert sum(Footprint.objects.values_list("quantity", flat=True)) == 0


def test_what_counts_again_is_posted_again(meeting, world):
    record_meeting(world.branch, code="MT01", **(MEETING | {"status": "cancelled"}))

    record_meeting(world.branch, code="MT01", **MEETING)

    assert standing_kinds() == ["meeting.attended", "meeting.attended", "meeting.held"]


def test_the_same_fact_twice_is_two_footprints(meeting, world):
    fact = Fact("meeting.held", world.branch.pk, "branch", f"meeting:{meeting.pk}", date(2018, 1, 19))

    sync(meeting, [fact, fact])

    assert standing_kinds() == ["meeting.held", "meeting.held"]


def test_the_ledger_that_is_right_differs_in_nothing(meeting, world):
    fact = Fact("meeting.held", world.branch.pk, "branch", f"meeting:{meeting.pk}", date(2018, 1, 19))
    sync(meeting, [fact])

    assert difference(f"meeting:{meeting.pk}", [fact]) == ([], [])


def test_days_that_are_not_said_follow_from_the_day_it_happened(meeting):
    held = Footprint.objects.get(kind="meeting.held")

    assert (held.cohort_on, held.recorded_on) == (date(2018, 1, 19), date(2018, 1, 19))


# What becomes stale


def test_a_fact_makes_the_branchs_year_stale_and_those_its_windows_may_reach(world):
    judged(world.branch, *range(2014, 2022))

    record_info(world.branch, code="IN01", **INFO)

    assert fresh_years(world.branch) == [2014, 2015, 2020, 2021]


def test_a_reversal_makes_the_year_stale_again(world):
    record_info(world.branch, code="IN01", **INFO)
    judged(world.branch, 2018)

    record_info(world.branch, code="IN01", duplicate_of="IN00")

    assert fresh_years(world.branch) == []


def test_a_correction_of_the_day_makes_both_years_stale(world):
    record_info(world.branch, code="IN01", **INFO)
    judged(world.branch, 2018, 2024)

    record_info(world.branch, code="IN01", submitted_at=datetime(2024, 1, 12, 8, 10, tzinfo=SHANGHAI))

    assert fresh_years(world.branch) == []


def test_a_decision_makes_the_year_of_submission_stale(world):
    days = {"submitted_on": date(2014, 1, 6), "decided_on": date(2018, 3, 1)}
    record_proposal(world.branch, code="PR01", title="关于供热的提案", status="not_filed", **days)
    judged(world.branch, 2012, 2018)

    record_proposal(world.branch, code="PR01", status="filed")

    assert fresh_years(world.branch) == []


def test_another_branch_stays_fresh(world):
    neighbour = add_organization(name="二支部", level="branch", parent=world.city)
    judged(neighbour, 2018)

    record_info(world.branch, code="IN01", **INFO)

    assert fresh_years(neighbour) == [2018]


def test_what_a_city_posts_makes_every_branch_below_stale(world):
    neighbour = add_organization(name="二支部", level="branch", parent=world.city)
    judged(world.branch, 2018)
    judged(neighbour, 2018)

    record_task(world.city, code="TK01", material="宪法修正案", issued_on=date(2018, 3, 1), due_on=date(2018, 3, 31))

    assert fresh_years(world.branch) == fresh_years(neighbour) == []


def test_nothing_posted_makes_nothing_stale(world):
    record_info(world.branch, code="IN01", **INFO)
    judged(world.branch, 2018)

    record_info(world.branch, code="IN01", **INFO)

    assert fresh_years(world.branch) == [2018]


def test_what_the_caller_takes_back_was_never_stale(world):
    judged(world.branch, 2018)

    with transaction.atomic():
        record_info(world.branch, code="IN01", **INFO)
        transaction.set_rollback(True)

    assert fresh_years(world.branch) == [2018]
    assert standing_kinds() == []
