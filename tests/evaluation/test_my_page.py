"""My year: what I owe, what is done, the score and how it comes about, and nobody else's."""

from datetime import date

import pytest
from django.urls import reverse

from tests.world import RULEBOOK, report_info
from zuji.evaluation.queries import member_year
from zuji.foundation.periods import ChosenPeriod
from zuji.institutions.actions import put_in_force, refresh
from zuji.institutions.queries.standings import standings_of
from zuji.organizations.actions import exempt

pytestmark = pytest.mark.django_db


@pytest.fixture
def my_year(world, client):
    def of_role(role, **asked):
        client.force_login(getattr(world.users, role))
        return client.get(reverse("evaluation:me"), {"year": 2018, **asked})

    return of_role


def lines_of(page):
    return {line.duty.code: line for line in page.context["year"].duties}


def test_it_lists_what_i_owe_and_how_it_stands(my_year):
    lines = lines_of(my_year("member"))

    assert list(lines) == ["meeting-attendance", "thought-reports"]
    assert (lines["meeting-attendance"].status, lines["meeting-attendance"].words) == ("met", "1 ÷ 1 ＝ 100%，要求 75%")
    assert (lines["thought-reports"].status, lines["thought-reports"].words) == ("missed", "1/4")


def test_the_duties_stand_in_the_order_of_the_texts_whatever_order_they_were_judged_in(world):
    refresh(world.branch, 2018, today=date(2019, 6, 1))
    standings = standings_of(world.branch, 2018)[::-1]

    year = member_year(world.member, world.branch, standings, period=ChosenPeriod(2018))

    assert [line.duty.code for line in year.duties] == ["meeting-attendance", "thought-reports"]
    assert [line.code for line in year.score.lines] == ["meeting-attendance", "thought-reports"]


def test_it_sums_up_what_is_owed_and_fulfilled(my_year):
    year = my_year("member").context["year"]

    assert (year.fulfilled, year.owed) == (2, 5)


def test_it_shows_the_score_and_how_it_comes_about(my_year):
    """30 for coming to meetings, 20 × 1/4 for reports: 35 of 50."""
    page = my_year("member")

    assert page.context["year"].score.value == 70
    text = page.content.decode()
    assert "70.00" in text
    assert "5.00" in text
    assert "1/4" in text


def test_the_weight_shown_is_the_one_that_counts(world, my_year):
    """C9: a weight that changes within the year counts from the next."""
    put_in_force(
        world.branch,
        code="I1",
        title="支部工作制度",
        text=RULEBOOK.replace("计分 会员 20", "计分 会员 70"),
        from_on=date(2018, 7, 1),
    )

    page = my_year("member").content.decode()

    assert "20.00" in page
    assert "70.00" in page  # the score, which is as before
    assert page.count("70.00") == 1


def test_as_seen_on_a_day_what_was_open_then_is_open(my_year):
    page = my_year("member", as_of="2018-02-15")

    assert lines_of(page)["thought-reports"].words == "第一季度 0 份，要求 1 份，3月31日前还差 1 份"
    assert page.context["year"].score.value is None


def test_what_one_is_exempt_from_is_not_owed(world, my_year):
    exempt(world.member, world.branch, from_on=date(2018, 1, 1), until_on=None, reason="病假", approved_by="支部委员会")

    lines = lines_of(my_year("member"))

    assert lines["thought-reports"].status == "waived"
    assert lines["thought-reports"].owed == 0


def test_it_shows_what_i_did_lately_each_once(world, my_year):
    report_info(world, "IN070", date(2018, 7, 7), member=world.member)

    recent = [entry.footprint.kind for entry in my_year("member").context["year"].recent]

    assert recent[0] == "info.reported"
    assert recent.count("info.reported") == 2  # this one, and that of May
    assert "meeting.attended" not in recent


def test_a_year_in_which_nothing_was_due_says_so(my_year):
    page = my_year("member", year=2016)

    assert page.context["year"].duties == ()
    assert "这一年没有" in page.content.decode()


def test_my_posts_stand_with_my_name(my_year):
    assert "田一禾 · 主任" in my_year("director").content.decode()


def test_who_leads_the_branch_reads_a_members_page(world, client):
    client.force_login(world.users.director)

    page = client.get(reverse("evaluation:member-detail", args=[world.member.pk]), {"year": 2018})

    assert page.context["year"].member == world.member
    assert not page.context["is_own"]


def test_a_member_reads_no_other_members_page(world, client):
    client.force_login(world.users.member)

    own, other = (
        client.get(reverse("evaluation:member-detail", args=[who.pk])).status_code
        for who in (world.member, world.deputy)
    )

    assert (own, other) == (200, 404)


def test_who_has_left_keeps_the_page_of_the_last_branch(world, client):
    world.member.memberships.update(until_on=date(2019, 1, 1))
    client.force_login(world.users.member)

    page = client.get(reverse("evaluation:me"), {"year": 2018})

    assert page.status_code == 200
    assert page.context["branch"] == world.branch


@pytest.mark.parametrize("role", ["nobody_yet", "chair", "operator"])
def test_who_belongs_to_no_branch_finds_the_branches(my_year, role):
    assert my_year(role).url == reverse("site:organization-list")


def test_the_page_asks_few_questions(world, client, django_assert_max_num_queries):
    client.force_login(world.users.member)
    client.get(reverse("evaluation:me"), {"year": 2018})

    with django_assert_max_num_queries(22):
        client.get(reverse("evaluation:me"), {"year": 2018})
