"""立案率: three formulas over one year's counts, and the clause's own verdict beside them."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.organizations.actions import set_policy
from zuji.proposals import actions
from zuji.proposals.actions import Step
from zuji.proposals.models import Proposal
from zuji.proposals.queries.rate import RateCounts, rate_counts, rate_lines

pytestmark = pytest.mark.django_db
YEAR = 2017
TODAY = date(2018, 12, 1)


def proposals(world, **outcomes):
    """So many proposals with each outcome, submitted in one year."""
    number = 0
    for what, how_many in outcomes.items():
        for _each in range(how_many):
            number += 1
            text = {"title": f"关于第{number}件事的提案", "form": "individual"}
            on = date(YEAR, 3, 1)
            made = actions.write_proposal(world.branch, text=text, by="甲", writer=world.director, on=on).record
            made = actions.enter_step(made, Step("submitted", on, reason="支部制度要求"), by="甲", today=TODAY)
            if what != "pending":
                step = Step(what, on, body="市政协", reason="说明", ground="vague", merged_into="0045")
                actions.enter_step(made, step, by="甲", today=TODAY)


def shares(counts):
    return {line.code: (line.numerator, line.denominator, line.words) for line in rate_lines(counts, "strict")}


def test_the_rate_in_three_formulas(world):
    proposals(world, filed=10, merged=1, not_filed=1, converted=1, withdrawn=1, pending=1)

    counts = rate_counts(world.branch, YEAR)

    assert counts == RateCounts(15, 1, 1, 10, 1, 1, 2)
    assert counts.decided == 13
    assert shares(counts) == {
        "strict": (10, 13, "76.9%"),
        "excl_merged": (10, 12, "83.3%"),
        "merged_as_filed": (11, 13, "84.6%"),
    }
    assert rate_counts(world.city, YEAR) == counts


def test_nothing_decided_has_no_rate():
    assert {line.words for line in rate_lines(RateCounts(2, 1, 1, 0, 0, 0, 0), "strict")} == {""}


def test_the_published_figures_of_a_national_session_come_out():
    counts = RateCounts(5360, 0, 0, 4438, 88, 777, 834)

    assert [line.words for line in rate_lines(counts, "strict")] == ["82.8%", "84.2%", "84.4%"]


def test_the_page_prints_the_clauses_verdict_and_the_setting_first(world, client, monkeypatch):
    set_policy(
        world.branch, key="filing_rate_formula", value="merged_as_filed", from_on=date(2018, 1, 1), clause="决定",
        by="甲",
    )  # fmt: skip
    client.force_login(world.users.member)

    page = client.get(reverse("proposals:rate-detail", args=[world.branch.pk]), {"year": 2018})

    assert page.status_code == 200
    assert page.context["lines"][0].code == "merged_as_filed"
    assert [verdict.state for verdict in page.context["verdicts"]] == ["met"]
    assert "(立案 + 并案) ÷ (提交 − 撤回 − 未决) ≥ 85%" in page.content.decode()


def test_a_year_without_a_clause_says_that_nobody_is_judged(world, client):
    client.force_login(world.users.member)

    page = client.get(reverse("proposals:rate-detail", args=[world.branch.pk]), {"year": 2016})

    assert page.context["verdicts"] == []


def test_by_the_year_of_decision_a_proposal_counts_when_it_was_decided(world):
    proposals(world, pending=3)
    one, two, three = Proposal.objects.of(world.branch).filter(submitted_on__year=YEAR).order_by("pk")
    told = {"by": "甲", "today": TODAY}
    actions.enter_step(one, Step("filed", date(YEAR, 6, 1), body="市政协"), **told)
    actions.enter_step(two, Step("filed", date(YEAR + 1, 2, 1), body="市政协"), **told)
    here = rate_counts(world.other_branch, YEAR + 1, "decision")

    assert rate_counts(world.branch, YEAR) == RateCounts(3, 0, 1, 2, 0, 0, 0)
    assert rate_counts(world.branch, YEAR, "decision") == RateCounts(1, 0, 0, 1, 0, 0, 0)
    assert rate_counts(world.branch, YEAR + 1, "decision").filed == 1 + filed_of_the_world(world)
    assert here == RateCounts(0, 0, 0, 0, 0, 0, 0)
    assert three.status == "undecided"


def filed_of_the_world(world):
    return Proposal.objects.of(world.branch).filter(submitted_on__year=YEAR + 1, status="filed").count()


def test_the_page_counts_by_decision_where_the_setting_says_so_and_says_that_the_clause_does_not(world, client):
    proposals(world, pending=1)
    proposal = Proposal.objects.of(world.branch).get(submitted_on__year=YEAR)
    actions.enter_step(proposal, Step("filed", date(YEAR + 1, 2, 1), body="市政协"), by="甲", today=TODAY)
    client.force_login(world.users.member)
    address = reverse("proposals:rate-detail", args=[world.branch.pk])
    assert client.get(address, {"year": YEAR}).context["counts"].submitted == 1

    set_policy(
        world.branch, key="filing_rate_year_basis", value="decision", from_on=date(YEAR, 1, 1), clause="市政协通知",
        by="甲",
    )  # fmt: skip
    page = client.get(address, {"year": YEAR})

    assert page.context["counts"].submitted == 0
    assert "条文仍按提交年度判定" in page.content.decode()
    assert "市政协通知" in page.content.decode()
