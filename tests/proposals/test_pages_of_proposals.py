"""The pages of proposals: written and signed by members, decided at the desk above, refused with a sentence."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.foundation.clock import today
from zuji.proposals import actions
from zuji.proposals.actions import Step
from zuji.proposals.models import Proposal, ProposalMaterial

pytestmark = pytest.mark.django_db
WRITTEN = {"form": "individual", "title": "关于停车的提案", "timing": "plenary", "situation": "车位少。"}


def url(name, *arguments):
    return reverse(f"proposals:{name}", args=arguments)


@pytest.fixture
def draft(world, client):
    client.force_login(world.users.member)
    client.post(url("proposal-create", world.branch.pk), WRITTEN)
    return Proposal.objects.get(title=WRITTEN["title"])


def test_a_member_writes_and_signs_first(world, draft):
    assert [(each.member, each.role) for each in draft.signatures.all()] == [(world.member, "lead")]


def test_a_draft_is_not_there_for_others_and_is_there_once_handed_over(world, draft, client):
    client.force_login(world.users.chair)
    assert client.get(url("proposal-detail", draft.pk)).status_code == 404
    client.force_login(world.users.officer)
    answer = client.post(url("step-create", draft.pk, "party_committee_review"), {"on": today().isoformat()})
    assert answer.status_code == 302

    client.force_login(world.users.chair)
    inbox = client.get(url("inbox", world.city.pk))
    assert WRITTEN["title"] in inbox.content.decode()
    assert client.get(url("proposal-detail", draft.pk)).status_code == 200


def test_the_citys_verdict_is_seen_at_the_origin(world, draft, client):
    actions.enter_step(draft, Step("submitted", today(), reason="支部制度要求"), by="委员", today=today())
    client.force_login(world.users.vice_chair)
    said = {"on": today().isoformat(), "body": "市政协提案委", "ground": "vague", "document_no": "立字3号"}
    assert client.post(url("step-create", draft.pk, "not_filed"), said).status_code == 302

    client.force_login(world.users.member)
    text = client.get(url("proposal-detail", draft.pk)).content.decode()

    assert "市政协提案委" in text
    assert "立字3号" in text
    assert "内容空泛" in text


def test_a_signature_by_somebody_of_another_branch_is_refused_with_a_sentence(world, draft, client):
    client.force_login(world.users.officer)
    said = {"member": world.other_member.pk, "signed_on": today().isoformat(), "ground": "phone"}

    answer = client.post(url("signature-create", draft.pk), said)

    assert "不是本支部会员，不能在提案上署名" in answer.content.decode()
    assert draft.signatures.count() == 1


def test_the_keeper_enters_a_signature_and_the_member_signs_with_one_tap(world, draft, client):
    client.force_login(world.users.officer)
    said = {"member": world.deputy.pk, "signed_on": today().isoformat(), "ground": "phone"}
    assert client.post(url("signature-create", draft.pk), said).status_code == 302
    assert client.post(url("signature-create", draft.pk)).status_code == 302

    assert {each.member for each in draft.signatures.all()} == {world.member, world.deputy, world.officer}


def test_a_stale_page_keeps_what_was_typed(world, draft, client):
    actions.change_proposal(draft, text=WRITTEN | {"analysis": "别人改的"}, seen=0, by="别人")

    answer = client.post(url("proposal-edit", draft.pk), WRITTEN | {"analysis": "我写的", "seen": "0"})

    assert answer.status_code == 409
    assert "我写的" in answer.content.decode()
    assert "别人改的" in answer.content.decode()


def test_a_missing_field_is_told_beside_it(world, draft, client):
    client.force_login(world.users.officer)
    actions.enter_step(draft, Step("submitted", today(), reason="支部制度要求"), by="委员", today=today())

    answer = client.post(url("step-create", draft.pk, "filed"), {"on": "2018-13-01"})

    assert set(answer.context["form"].errors) == {"on", "body"}


def test_an_ordinary_member_enters_no_step(world, client):
    proposal = Proposal.objects.get(code="PR01")
    client.force_login(world.users.member)

    said = {"on": today().isoformat(), "body": "我", "reason": "改"}
    assert client.post(url("step-create", proposal.pk, "returned"), said).status_code == 404
    assert client.post(url("assignment-create", proposal.pk), {}).status_code == 404


def test_a_source_that_one_may_not_read_is_not_a_source(world, client):
    hidden = actions.write_material(
        world.branch, member=world.deputy, title="未交的素材", text="内容", on=today(), by="乙"
    ).record
    client.force_login(world.users.member)

    page = client.get(url("proposal-create", world.branch.pk), {"source": f"proposal_material:{hidden.pk}"})

    assert page.status_code == 200
    assert "未交的素材" not in page.content.decode()


def test_a_material_becomes_a_proposal(world, client):
    material = ProposalMaterial.objects.get()
    client.force_login(world.users.member)
    address = url("proposal-create", world.branch.pk) + f"?source=proposal_material:{material.pk}"
    assert material.title in client.get(address).content.decode()

    client.post(address, WRITTEN)

    material.refresh_from_db()
    assert material.taken_up_in == Proposal.objects.get(title=WRITTEN["title"])


def test_the_board_says_who_has_one_who_is_on_the_way_and_who_has_none(world, draft, client):
    client.force_login(world.users.director)

    page = client.get(url("person-list", world.branch.pk), {"year": today().year})

    states = {row.member: row.state for row in page.context["rows"]}
    assert states[world.member] == "on_the_way"
    assert states[world.director] == "missing"
    assert page.context["duty"] is None
    of_2018 = client.get(url("person-list", world.branch.pk), {"year": 2018})
    assert {row.member: row.state for row in of_2018.context["rows"]}[world.member] == "has"


def test_overdue_handling_is_told_to_who_keeps_proposals(world, client):
    proposal = Proposal.objects.get(code="PR01")
    actions.assign_proposal(
        proposal, unit="市教育局", role="co_handler", assigned_on=date(2018, 2, 1), by="甲", today=today()
    )
    client.force_login(world.users.officer)
    assert "市教育局尚未答复" in client.get(url("proposal-list", world.branch.pk)).content.decode()

    client.force_login(world.users.member)
    assert "市教育局尚未答复" not in client.get(url("proposal-list", world.branch.pk)).content.decode()


def test_a_list_asks_no_more_for_more_proposals(world, client, django_assert_max_num_queries):
    for number in range(8):
        made = actions.write_proposal(
            world.branch, text=WRITTEN | {"title": f"提案{number}"}, by="甲", writer=world.director, on=today()
        ).record
        actions.enter_step(made, Step("submitted", today(), reason="支部制度要求"), by="甲", today=today())
    client.force_login(world.users.director)
    client.get(url("person-list", world.branch.pk), {"year": today().year})  # the year is judged once

    with django_assert_max_num_queries(30):
        client.get(url("proposal-list", world.branch.pk), {"year": today().year})
    with django_assert_max_num_queries(45):
        client.get(url("person-list", world.branch.pk), {"year": today().year})
