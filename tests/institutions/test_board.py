"""A branch's year as one picture: each cell at its place, with its state and its numbers, in few questions."""

from datetime import date

import pytest
from django.urls import reverse

from tests.world import report_info
from zuji.institutions.actions import refresh
from zuji.institutions.queries.board import board_of, fell_short, standings_on
from zuji.institutions.queries.standings import standings_of
from zuji.organizations.models import Organization

pytestmark = pytest.mark.django_db


def board_on(world, today):
    """The board's rows by duty code, as of a day."""
    standings = judged_on(world, today)
    return {row.duty.code: row for group in board_of(standings, year=2018).groups for row in group.rows}


def judged_on(world, today):
    refresh(Organization.objects.get(pk=world.branch.pk), 2018, today=today)
    return standings_of(world.branch, 2018)


def test_a_monthly_duty_is_twelve_cells_of_one_month(world):
    row = board_on(world, date(2019, 6, 1))["infos-monthly"]

    assert [(cell.month, cell.width) for cell in row.cells] == [(month, 1) for month in range(1, 13)]
    assert [cell.status for cell in row.cells[:4]] == ["met", "missed", "missed", "missed"]
    assert [(cell.done, cell.asked) for cell in row.cells[:4]] == [(6, 6), (0, 6), (0, 6), (5, 6)]
    assert (row.fulfilled, row.owed) == (1, 12)


def test_a_quarterly_duty_about_people_is_four_cells_that_count_people(world):
    row = board_on(world, date(2019, 6, 1))["director-contacts"]

    assert [(cell.month, cell.width) for cell in row.cells] == [(1, 3), (4, 3), (7, 3), (10, 3)]
    assert all(cell.counts_people for cell in row.cells)
    assert (row.cells[0].status, row.cells[0].done, row.cells[0].asked) == ("missed", 1, 4)
    assert (row.fulfilled, row.owed) == (1, 16)


def test_a_yearly_duty_is_one_track(world):
    row = board_on(world, date(2019, 6, 1))["public-lectures"]

    assert row.is_track
    assert [(cell.month, cell.width, cell.done, cell.asked) for cell in row.cells] == [(1, 12, 1, 2)]
    assert row.done_share == 50


def test_a_rate_shows_what_it_is_made_of(world):
    row = board_on(world, date(2019, 6, 1))["filing-rate"]

    assert (row.cells[0].done, row.cells[0].asked, row.done_share) == (1, 1, 100)


def test_what_an_event_makes_due_lies_in_the_month_it_closes_and_bears_its_name(world):
    rows = board_on(world, date(2019, 6, 1))

    service, task = rows["service-activities"].cells[0], rows["study-tasks"].cells[0]
    assert (service.month, service.width, service.label, service.status) == (5, 1, "义诊", "missed")
    assert (service.done, service.asked) == (4, 5)
    assert (task.month, task.label, task.status) == (3, "宪法修正案", "met")


def test_what_is_running_is_open_and_what_is_to_come_is_not_yet(world):
    row = board_on(world, date(2018, 4, 20))["infos-monthly"]

    assert [cell.status for cell in row.cells[2:6]] == ["missed", "due", "pending", "pending"]


def test_what_is_next_is_open_and_lacks_something_nearest_first(world):
    standings = judged_on(world, date(2018, 4, 20))

    steps = standings_on(standings, date(2018, 4, 20))

    assert [step.duty.code for step in steps][:2] == ["infos-monthly", "monthly-meeting"]
    assert {step.status for step in steps} == {"due"}
    assert [step.to_on for step in steps] == sorted(step.to_on for step in steps)
    assert "meeting-attendance" not in {step.duty.code for step in steps}  # so far everybody came


def test_what_fell_short_stands_latest_first(world):
    missed = fell_short(judged_on(world, date(2019, 6, 1)))

    assert {standing.status for standing in missed} == {"missed"}
    assert [standing.to_on for standing in missed] == sorted((s.to_on for s in missed), reverse=True)


def test_a_late_record_that_counts_marks_its_cell(world):
    report_info(world, "IN045", date(2018, 4, 30), recorded_on=date(2018, 6, 15), confirmed_by="乔二木")

    april = board_on(world, date(2019, 6, 1))["infos-monthly"].cells[3]

    assert (april.status, april.is_late) == ("met", True)


def test_the_page_says_what_fell_short_and_links_to_why(world, client):
    client.force_login(world.users.member)

    page = client.get(reverse("institutions:board", args=[world.branch.pk]), {"year": 2018})

    april = reverse("institutions:standing-detail", args=[world.branch.pk, "infos-monthly", 2018, "2018-04"])
    assert april in page.content.decode()
    assert page.context["missed_count"] == 58
    assert page.context["steps"] == []
    assert len(page.context["shortfalls"]) == 8


def test_the_page_as_of_a_day_shows_what_that_day_knew(world, client):
    client.force_login(world.users.member)

    page = client.get(reverse("institutions:board", args=[world.branch.pk]), {"as_of": "2018-04-20"})

    rows = {row.title: row for group in page.context["groups"] for row in group.rows}
    april = rows["社情民意信息月报送"].cells[3]
    assert (april.state, april.number) == ("due", "5/6")
    assert "as_of=2018-04-20" in april.url
    assert page.context["steps"][0].title == "4月 · 社情民意信息月报送"
    assert "2018年4月20日" in page.content.decode()


def test_a_branch_without_texts_is_told_where_they_are(world, client):
    client.force_login(world.users.other_member)

    page = client.get(reverse("institutions:board", args=[world.other_branch.pk]))

    assert page.context["groups"] == []
    assert reverse("institutions:institution-list", args=[world.other_branch.pk]) in page.content.decode()
