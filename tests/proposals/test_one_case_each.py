"""一人一案 (domain §12-A, B): what counts and who owes one is a dated setting; board and standing never disagree."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.foundation.clock import today
from zuji.institutions.actions import put_in_force, refresh
from zuji.institutions.models import Standing
from zuji.operations.verification import differences
from zuji.organizations.actions import set_policy
from zuji.organizations.models import Organization
from zuji.proposals import actions
from zuji.proposals.actions import Step
from zuji.proposals.models import Proposal, ProposalMaterial

pytestmark = pytest.mark.django_db
TEXT = """# 提案制度

第一条 会员每年至少有一件提案或者提案素材。

```duty one-case 一人一案
会员 每年 署名提案 + 撰写提案素材 ≥ 1 件 计分 会员 30
承担 期末在册
```
"""
YEAR = 2018
ON = date(YEAR, 3, 1)
BEGINNING = date(YEAR, 1, 1)


@pytest.fixture
def quiet(world):
    """The branch in a year in which nobody has proposed anything yet, and no clause asks for it."""
    for proposal in Proposal.objects.of(world.branch).filter(submitted_on__year=YEAR):
        actions.enter_step(proposal, Step("withdrawn", ON, reason="测试"), by="甲", today=today())
    for material in ProposalMaterial.objects.of(world.branch):
        actions.take_back_material(material)
    return world


@pytest.fixture
def clause(quiet):
    """The same with the clause in force."""
    put_in_force(quiet.branch, code="PRO", title="提案制度", text=TEXT, from_on=BEGINNING)
    return quiet


def setting(world, key, value, from_on=BEGINNING):
    set_policy(world.branch, key=key, value=value, from_on=from_on, clause="支部大会决议", by="田一禾")


def joint_proposal(world, on=ON, lead=None, joint=None, source=""):
    text = {"title": f"关于停车的提案{on}", "form": "individual"}
    proposal = actions.write_proposal(
        world.branch, text=text, by="甲", writer=lead or world.director, on=on, source=source
    ).record
    actions.sign(proposal, member=joint or world.member, on=on, by="乙")
    return actions.enter_step(proposal, Step("submitted", on, reason="支部制度要求"), by="甲", today=today())


def material(world, member):
    written = actions.write_material(
        world.branch, member=member, title="停车难", text="车位少。", on=ON, by="甲"
    ).record
    return actions.hand_in_material(written, on=ON, today=today())


def standings(world):
    """How the year stands for each member, by name: status and why it is not owed."""
    refresh(Organization.objects.get(pk=world.branch.pk), YEAR, today=today())
    rows = Standing.objects.filter(organization=world.branch, year=YEAR, duty__code="one-case")
    return {row.member.name: row.exclusion or row.status for row in rows.select_related("member")}


def board(world, client):
    """The same from the page: who has one, by name."""
    client.force_login(world.users.director)
    page = client.get(reverse("proposals:person-list", args=[world.branch.pk]), {"year": YEAR})
    assert page.status_code == 200
    return {row.member.name: row.state for row in page.context["rows"]}, page.content.decode()


def agree(world, client):
    """Ask both, and fail where they contradict each other; gives the standings and the page's text."""
    stand, (shown, text) = standings(world), board(world, client)
    assert {name for name, state in shown.items() if state == "has"} == {
        name for name, status in stand.items() if status == "met"
    }
    assert {name for name, state in shown.items() if state == "waived"} == {
        name for name, status in stand.items() if status not in ("met", "missed")
    }
    return stand, text


def test_as_shipped_materials_count_and_so_does_every_signature(clause, client):
    joint_proposal(clause)
    material(clause, clause.officer)

    stand, text = agree(clause, client)

    assert [name for name, status in stand.items() if status == "met"] == ["田一禾", "石三川", "林四维"]
    assert stand["乔二木"] == "missed"
    assert "提案素材算" in text


def test_only_the_first_proposer_counts_where_the_setting_says_so(clause, client):
    joint_proposal(clause)
    setting(clause, "one_case_counts", ["material", "first_only"])

    stand, text = agree(clause, client)

    assert (stand["田一禾"], stand["林四维"]) == ("met", "missed")
    assert "支部大会决议" in text
    assert "已交，这里不算" in text
    assert list(differences()) == []


def test_who_wrote_the_material_is_an_author_and_counts_though_somebody_else_signs_first(clause, client):
    setting(clause, "one_case_counts", ["material", "first_only"])
    handed_in = material(clause, clause.member)

    joint_proposal(clause, source=f"proposal_material:{handed_in.pk}")

    stand, _text = agree(clause, client)
    assert (stand["田一禾"], stand["林四维"]) == ("met", "met")


def test_a_material_counts_nothing_where_the_setting_says_so(clause, client):
    material(clause, clause.officer)
    setting(clause, "one_case_counts", ["joint"])

    stand, text = agree(clause, client)

    assert stand["石三川"] == "missed"
    assert "已交，这里不算" in text


def test_each_counts_by_what_held_on_its_own_day(clause, client):
    joint_proposal(clause, on=date(YEAR, 6, 30), joint=clause.member)
    joint_proposal(clause, on=date(YEAR, 7, 1), joint=clause.officer)
    setting(clause, "one_case_counts", ["material", "first_only"], from_on=date(YEAR, 7, 1))

    stand, _text = agree(clause, client)

    assert (stand["林四维"], stand["石三川"]) == ("met", "missed")


def test_a_committees_setting_reaches_the_branch(clause, client):
    joint_proposal(clause)
    set_policy(
        clause.city, key="one_case_counts", value=["first_only"], from_on=BEGINNING, clause="市委会通知", by="甲"
    )

    stand, text = agree(clause, client)

    assert stand["林四维"] == "missed"
    assert "市委会通知" in text


def test_only_cppcc_members_owe_one_where_the_setting_says_so(clause, client):
    setting(clause, "one_case_scope", "cppcc_members")
    actions.note_office(clause.director, kind="cppcc_member", level="city", from_on=date(2016, 1, 1))
    actions.note_office(
        clause.deputy, kind="cppcc_member", level="city", from_on=date(2011, 1, 1), until_on=date(2018, 12, 31)
    )

    stand, text = agree(clause, client)

    assert stand == {"田一禾": "missed", **dict.fromkeys(("乔二木", "石三川", "林四维", "江五洲"), "no_office")}
    assert "仅政协委员" in text
    assert "未担任" in text


def test_an_office_noted_later_is_judged_at_once(clause, client):
    setting(clause, "one_case_scope", "cppcc_members")
    assert standings(clause)["田一禾"] == "no_office"

    office = actions.note_office(clause.director, kind="cppcc_member", level="city", from_on=date(2016, 1, 1)).record
    assert standings(clause)["田一禾"] == "missed"

    actions.forget_office(office)
    assert standings(clause)["田一禾"] == "no_office"


def test_without_a_clause_the_board_follows_the_settings_all_the_same(quiet, client):
    joint_proposal(quiet)
    material(quiet, quiet.officer)
    setting(quiet, "one_case_counts", ["first_only"])
    setting(quiet, "one_case_scope", "cppcc_members")
    for member in (quiet.director, quiet.member, quiet.officer):
        actions.note_office(member, kind="cppcc_member", level="city", from_on=date(2016, 1, 1))

    shown, _text = board(quiet, client)

    assert shown == {"田一禾": "has", "林四维": "missing", "石三川": "missing"}


def test_a_clause_that_asks_for_signatures_is_not_widened_by_the_setting(quiet, client):
    text = TEXT.replace("署名提案 + 撰写提案素材", "署名提案")
    put_in_force(quiet.branch, code="PRO", title="提案制度", text=text, from_on=BEGINNING)
    material(quiet, quiet.officer)

    stand, page = agree(quiet, client)

    assert stand["石三川"] == "missed"
    assert "条文只算署名提案" in page
    assert board(quiet, client)[0]["石三川"] == "on_the_way"


def test_the_standing_says_why_a_signature_does_not_count(clause, client):
    proposal = joint_proposal(clause)
    setting(clause, "one_case_counts", ["material", "first_only"])
    client.force_login(clause.users.director)

    page = client.get(
        reverse("institutions:standing-detail", args=[clause.branch.pk, "one-case", YEAR, f"{YEAR}"])
    ).content.decode()

    assert page.count(proposal.title) == 2
    assert page.count("按支部设置不计") == 1
