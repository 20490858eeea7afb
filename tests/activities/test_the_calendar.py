"""When a node day falls, which anniversary it is, and how a year's plan is made from the calendar."""

from dataclasses import dataclass
from datetime import date

import pytest
from django.urls import reverse

from tests.recording import small_branch, standing_kinds
from zuji.activities.actions import Marking, add_rule, adopt_calendar, announce, observe, plan_node_days
from zuji.activities.calendar import anniversary, day_of
from zuji.activities.models import NodeDay, NodeDayRule
from zuji.activities.queries import calendar_of, coming_up
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings.queries import expected_on
from zuji.operations.verification import differences

pytestmark = pytest.mark.django_db


@dataclass
class Rule:
    kind: str
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    ordinal: int | None = None


DOUBLE_NINTH = Rule("lunar", 9, 9)
SCIENCE = Rule("weekday", 9, weekday=5, ordinal=3)


@pytest.mark.parametrize(
    ("rule", "on"),
    [
        (Rule("fixed", 7, 1), date(2018, 7, 1)),
        (DOUBLE_NINTH, date(2018, 10, 17)),
        (SCIENCE, date(2018, 9, 15)),
        (Rule("weekday", 2, weekday=3, ordinal=5), None),
        (Rule("manual"), None),
        (Rule("fixed", 2, 29), date(2018, 2, 28)),
        (Rule("lunar", 1, 1), date(2018, 2, 16)),
        (Rule("lunar", 12, 30), date(2019, 2, 4)),
    ],
)
def test_the_day_of_a_rule_in_2018(rule, on):
    assert day_of(rule, 2018) == on


@pytest.mark.parametrize(
    ("year", "on"), [(2020, date(2020, 10, 25)), (2022, date(2022, 10, 4)), (2023, date(2023, 10, 23))]
)
def test_the_double_ninth_follows_the_moon_also_in_years_with_a_leap_month(year, on):
    assert day_of(DOUBLE_NINTH, year) == on


def test_a_thirtieth_that_the_month_lacks_is_its_last_day():
    assert day_of(Rule("lunar", 12, 30), 2024) == date(2025, 1, 28)


def test_what_is_announced_goes_before_what_is_computed():
    assert day_of(SCIENCE, 2022) == date(2022, 9, 17)
    assert day_of(SCIENCE, 2022, date(2022, 9, 15)) == date(2022, 9, 15)


@pytest.mark.parametrize(
    ("since", "year", "number", "is_round"),
    [(1978, 2018, 40, True), (1945, 2018, 73, False), (1921, 2021, 100, True), (1949, 2024, 75, True)],
)
def test_fives_and_tens_are_round(since, year, number, is_round):
    found = anniversary(since, year)

    assert (found.number, found.is_round) == (number, is_round)


@pytest.mark.parametrize(("since", "year"), [(None, 2018), (2018, 2018), (2019, 2018)])
def test_nobody_counts_before_there_is_something_to_count(since, year):
    assert anniversary(since, year) is None


# The plan


@pytest.fixture
def home():
    home = small_branch()
    adopt_calendar(home.city)
    return home


def rules(home, *codes):
    return list(NodeDayRule.objects.filter(organization=home.city, code__in=codes))


def test_the_calendar_is_taken_over_once(home):
    assert adopt_calendar(home.city) == 0
    assert NodeDayRule.objects.count() == 21
    assert not NodeDayRule.objects.get(code="welfare").is_on


def test_a_rule_that_was_changed_stays_as_it_was_changed(home):
    NodeDayRule.objects.filter(code="army").update(is_on=False)

    adopt_calendar(home.city)

    assert not NodeDayRule.objects.get(code="army").is_on


def test_ticked_days_are_planned_under_their_anniversary_and_open_a_window_below(home):
    assert plan_node_days(home.city, year=2018, rules=rules(home, "cpc", "reform", "elders")) == (3, 0)

    assert sorted(NodeDay.objects.values_list("name", "anniversary_on")) == [
        ("中国共产党成立97周年", date(2018, 7, 1)),
        ("改革开放40周年", date(2018, 12, 18)),
        ("重阳节", date(2018, 10, 17)),
    ]
    assert standing_kinds() == ["node_day.planned"] * 3
    assert list(differences()) == []


def test_planned_again_nothing_changes_and_an_unticked_day_goes(home):
    plan_node_days(home.city, year=2018, rules=rules(home, "cpc", "reform"))

    assert plan_node_days(home.city, year=2018, rules=rules(home, "cpc", "reform")) == (0, 0)
    assert plan_node_days(home.city, year=2018, rules=rules(home, "cpc")) == (0, 1)

    assert standing_kinds() == ["node_day.planned"]
    assert Footprint.objects.filter(reverses__isnull=False).count() == 1


def test_a_day_that_a_branch_has_marked_stays(home):
    plan_node_days(home.city, year=2018, rules=rules(home, "cpc"))
    marking = Marking(date(2018, 6, 29), "座谈会", {})
    observe(NodeDay.objects.get(), home.branch, marking=marking, seen=0, today=date(2018, 7, 1), by="田一禾")

    with pytest.raises(ZujiError, match="已有支部开展"):
        plan_node_days(home.city, year=2018, rules=[])

    assert NodeDay.objects.count() == 1


def test_what_was_loaded_is_not_touched(home):
    NodeDay.objects.create(organization=home.city, code="ND1", name="旧的", anniversary_on=date(2018, 5, 4))

    plan_node_days(home.city, year=2018, rules=[])

    assert NodeDay.objects.count() == 1


def test_a_day_without_a_date_is_not_planned_until_it_is_announced(home):
    rule = add_rule(home.city, name="读书节", on=date(2017, 5, 1), comes_back=False, since_year=None).record
    with pytest.raises(ZujiError, match="还没有日期"):
        plan_node_days(home.city, year=2018, rules=[rule])

    announce(rule, year=2018, on=date(2018, 5, 6))
    plan_node_days(home.city, year=2018, rules=[rule])

    assert NodeDay.objects.get().anniversary_on == date(2018, 5, 6)


def test_a_day_announced_anew_moves_the_plan(home):
    (science,) = rules(home, "science")
    plan_node_days(home.city, year=2022, rules=[science])
    announce(science, year=2022, on=date(2022, 9, 15))

    plan_node_days(home.city, year=2022, rules=[science])

    assert NodeDay.objects.get().anniversary_on == date(2022, 9, 15)
    with pytest.raises(RecordingError):
        announce(science, year=2022, on=date(2023, 9, 15))


def test_a_branch_adds_a_day_of_its_own_which_no_other_branch_sees(home):
    own = add_rule(home.branch, name="建支日", on=date(2018, 12, 5), comes_back=True, since_year=2004).record
    plan_node_days(home.branch, year=2018, rules=[own])

    here = {day.name: day for day in calendar_of(home.branch, 2018)}
    assert (here["建支日"].anniversary.number, here["建支日"].is_planned) == (14, True)
    assert "建支日" not in {day.name for day in calendar_of(home.city, 2018)}
    assert Footprint.objects.get().organization == home.branch


@pytest.mark.parametrize(
    ("said", "field"),
    [({"on": date(218, 5, 1)}, "on"), ({"since_year": 2019}, "since_year"), ({"since_year": 0}, "since_year")],
)
def test_what_cannot_be_is_refused_at_its_field(home, said, field):
    fields = {"name": "x", "on": date(2018, 5, 1), "comes_back": True, "since_year": None} | said

    with pytest.raises(RecordingError) as refused:
        add_rule(home.city, **fields)

    assert refused.value.field == field


def test_what_is_planned_within_thirty_days_and_open_is_coming_up(home):
    plan_node_days(home.city, year=2018, rules=rules(home, "cpc", "army", "victory"))
    days = calendar_of(home.branch, 2018)

    assert [day.name for day in coming_up(days, date(2018, 7, 2))] == ["建军节"]
    assert [day.name for day in coming_up(days, date(2018, 7, 1))] == ["中国共产党成立"]


# The pages


def page(organization, year=2018):
    return reverse("activities:plan-edit", args=[organization.pk, year])


def test_the_committee_takes_over_the_calendar_and_ticks_its_year(world, client):
    client.force_login(world.users.chair)
    client.post(reverse("activities:calendar-create", args=[world.city.pk, 2019]))
    army = NodeDayRule.objects.get(organization=world.city, code="cpc")

    shown = client.get(page(world.city, 2019)).content.decode()
    client.post(page(world.city, 2019), {"rules": [army.pk]})
    client.force_login(world.users.member)
    seen = client.get(reverse("activities:calendar", args=[world.branch.pk]) + "?year=2019").content.decode()

    assert "7月1日 中国共产党成立98周年" in shown
    assert "中国共产党成立98周年" in seen
    assert "未列入计划" in seen


@pytest.mark.parametrize(
    ("role", "city", "branch"),
    [
        ("chair", 200, 200),
        ("vice_chair", 200, 200),
        ("director", 404, 200),
        ("officer", 404, 200),
        ("member", 404, 404),
        ("other_member", 404, 404),
    ],
)
def test_who_makes_whose_plan(world, client, role, city, branch):
    client.force_login(getattr(world.users, role))

    assert client.get(page(world.city)).status_code == city
    assert client.get(page(world.branch)).status_code == branch


def test_a_branch_does_not_announce_for_the_committee(world, client):
    adopt_calendar(world.city)
    science = NodeDayRule.objects.get(code="science")
    client.force_login(world.users.director)

    client.post(
        reverse("activities:announcement-create", args=[world.branch.pk, 2018]),
        {"rule": science.pk, "on": "2018-09-16"},
    )

    assert not science.announcements.exists()


def test_a_year_that_cannot_be_meant_has_no_plan(world, client):
    client.force_login(world.users.chair)

    assert client.get(page(world.city, 99)).status_code == 404


def test_a_whole_calendar_costs_few_queries(world, client, django_assert_max_num_queries):
    adopt_calendar(world.city)
    plan_node_days(world.city, year=2018, rules=NodeDayRule.objects.all())
    client.force_login(world.users.officer)

    with django_assert_max_num_queries(14):
        answer = client.get(reverse("activities:calendar", args=[world.branch.pk]) + "?year=2018")

    assert len(answer.content) < 60_000
    assert expected_on(world.branch, date(2018, 1, 1))
