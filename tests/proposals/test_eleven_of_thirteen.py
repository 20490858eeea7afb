"""立案率 of a year that just missed (F11): fourteen submitted, one withdrawn, one merged, one refused, eleven filed."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.footprints.models import Footprint
from zuji.institutions.actions import put_in_force
from zuji.proposals import actions
from zuji.proposals.actions import Step
from zuji.proposals.models import Proposal
from zuji.proposals.queries.rate import RateCounts, rate_counts, rate_lines

pytestmark = pytest.mark.django_db
YEAR = 2017
ON, DECIDED_ON, TODAY = date(YEAR, 3, 1), date(YEAR, 3, 20), date(2018, 12, 1)
TEXT = """# 提案制度

第一条 支部提案立案率不低于85%。立案率＝立案÷（提交－撤回－未决）。

```duty strict-rate 提案立案率
支部 每年 立案 ÷ (提交 − 撤回 − 未决) ≥ 85% 计分 支部 8
```
"""


def submitted(world, number, *, joint=()):
    """A proposal of the director, signed by others behind, and submitted."""
    text = {"title": f"关于第{number}件事的提案", "form": "individual"}
    proposal = actions.write_proposal(world.branch, text=text, by="甲", writer=world.director, on=ON).record
    for member in joint:
        actions.sign(proposal, member=member, on=ON, by=member.name)
    return actions.enter_step(proposal, Step("submitted", ON, reason="支部制度要求"), by="甲", today=TODAY)


def decided(proposal, what, **said):
    step = Step(what, DECIDED_ON, body="市政协提案委员会", **said)
    return actions.enter_step(proposal, step, by="甲", today=TODAY)


@pytest.fixture
def year(world):
    """The fourteen, written one by one: the first is a joint proposal of three."""
    put_in_force(world.branch, code="PRO", title="提案制度", text=TEXT, from_on=date(YEAR, 1, 1))
    fourteen = [submitted(world, 1, joint=(world.deputy, world.member))]
    fourteen += [submitted(world, number) for number in range(2, 15)]
    for proposal in fourteen[:11]:
        decided(proposal, "filed")
    decided(fourteen[11], "merged", merged_with=fourteen[0])
    decided(fourteen[12], "not_filed", ground="vague")
    actions.enter_step(fourteen[13], Step("withdrawn", DECIDED_ON, reason="问题已解决"), by="甲", today=TODAY)
    return world


def test_a_joint_proposal_of_three_is_one_proposal_with_three_signatures(year):
    joint = Proposal.objects.get(title="关于第1件事的提案")
    left = Footprint.objects.standing().filter(source=f"proposal:{joint.pk}")

    assert joint.form == "joint"
    assert [each.role for each in joint.signatures.order_by("pk")] == ["lead", "joint", "joint"]
    assert left.filter(kind="proposal.submitted").count() == 1
    assert left.filter(kind="proposal.filed").count() == 1
    assert set(left.filter(kind="proposal.signed").values_list("member__name", "actor__name")) == {
        ("田一禾", None),
        ("乔二木", "田一禾"),
        ("林四维", "田一禾"),
    }


def test_the_counts_and_the_three_formulas_are_as_reckoned_by_hand(year):
    counts = rate_counts(year.branch, YEAR)

    # S 14, W 1, P 0, F 11, M 1, V 0, not filed 1: D = 14 − 1 − 0 = 13
    assert counts == RateCounts(14, 1, 0, 11, 1, 0, 1)
    assert counts.decided == 13
    assert [(line.code, line.numerator, line.denominator, line.words) for line in rate_lines(counts, "strict")] == [
        ("strict", 11, 13, "84.6%"),  # 11 ÷ 13 = 0.84615…
        ("excl_merged", 11, 12, "91.7%"),  # 11 ÷ (13 − 1) = 0.91666…
        ("merged_as_filed", 12, 13, "92.3%"),  # (11 + 1) ÷ 13 = 0.92307…
    ]


def test_the_page_shows_eleven_of_thirteen_as_missed(year, client):
    client.force_login(year.users.member)

    page = client.get(reverse("proposals:rate-detail", args=[year.branch.pk]), {"year": YEAR})

    (verdict,) = [each for each in page.context["verdicts"] if each.standing.duty.code == "strict-rate"]
    assert (verdict.standing.numerator, verdict.standing.denominator) == (11, 13)
    assert verdict.state == "missed"
    text = page.content.decode()
    assert "11 ÷ 13 ＝ 84.6%" in text
    assert "state-missed" in text
    assert text.index("84.6%") < text.index("91.7%") < text.index("92.3%")


def test_one_more_filed_would_have_been_enough(year, client):
    proposal = Proposal.objects.get(status="not_filed", submitted_on=ON)
    decided(proposal, "filed", reason="复审后立案")
    client.force_login(year.users.member)

    page = client.get(reverse("proposals:rate-detail", args=[year.branch.pk]), {"year": YEAR})

    (verdict,) = [each for each in page.context["verdicts"] if each.standing.duty.code == "strict-rate"]
    assert (verdict.words, verdict.state) == ("12 ÷ 13 ＝ 92.3%，要求 85%", "met")
