"""A proposal leaves the house on paper in the order of domain §4.2, read back from the file."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.proposals import actions
from zuji.proposals.actions import Step
from zuji.reports.papers import proposal as paper

pytestmark = pytest.mark.django_db
ON = date(2018, 1, 8)
WRITTEN = {
    "title": "关于规范共享电动车停放的提案", "form": "individual", "situation": "人行道被占。\n盲道也被占。",
    "analysis": "没有划定停放区。", "suggestions": "由市城管局划定停放区\n由市交警支队加强巡查", "category": "society",
    "suggested_unit": "市城管局", "contact": "13900000000", "is_public": True, "wants_consultation": False,
}  # fmt: skip


def written(world, **said):
    return actions.write_proposal(
        world.branch, text={**WRITTEN, **said}, by="田一禾", writer=world.director, on=ON
    ).record


def submitted(world, **said):
    draft = written(world, **said)
    for member in (world.member, world.deputy):
        actions.sign(draft, member=member, on=ON, by=member.name)
    return actions.enter_step(draft, Step("submitted", ON, reason="支部制度要求"), by="甲", today=today())


def lines(client, proposal):
    answer = client.get(reverse("reports:proposal-docx", args=[proposal.pk]))
    assert answer.status_code == 200
    return [paragraph.text for paragraph in Document(BytesIO(answer.content)).paragraphs]


def test_a_joint_proposal_says_everything_that_screening_asks_for_in_order(world, client):
    proposal = submitted(world)
    client.force_login(world.users.director)

    said = [line for line in lines(client, proposal) if line]

    assert said == [
        "关于规范共享电动车停放的提案",
        "案由：关于规范共享电动车停放的提案",
        "形式：联名提案",
        "类别：社会",
        "提案者：田一禾",
        "联名：林四维、乔二木",
        "联系：13900000000",
        "建议承办单位：市城管局",
        "是否公开：可以公开",
        "是否愿意面商：不需要面商",
        "一、情况",
        "人行道被占。",
        "盲道也被占。",
        "二、分析",
        "没有划定停放区。",
        "三、建议",
        "1．由市城管局划定停放区",
        "2．由市交警支队加强巡查",
        "田一禾",
        "2018年1月8日",
    ]


def test_a_draft_says_so_and_is_not_signed(world, client):
    proposal = written(world, situation="", is_public=False)
    client.force_login(world.users.director)

    said = lines(client, proposal)

    assert said[1] == "（草案）"
    assert "是否公开：不宜公开" in said
    assert "一、分析" in said
    assert [line for line in said if line][-1] == "2．由市交警支队加强巡查"


def test_the_number_stands_as_papers_write_it(world, client):
    proposal = submitted(world)
    for step in (
        Step("filed", ON, body="市政协提案委员会"),
        Step("numbered", ON, number=("city", "绥化", 5, 3, 123)),
    ):
        proposal = actions.enter_step(proposal, step, by="甲", today=today())
    client.force_login(world.users.director)

    assert "编号：绥化市政协五届三次会议第0123号" in lines(client, proposal)


def test_an_organizations_proposal_is_signed_by_it(world, client):
    proposal = actions.write_proposal(
        world.city, text={**WRITTEN, "form": "party"}, by="齐七星", writer=None, on=ON
    ).record
    actions.enter_step(proposal, Step("submitted", ON), by="齐七星", today=today())
    client.force_login(world.users.chair)

    said = lines(client, proposal)

    assert "形式：党派（集体）提案" in said
    assert "提案者：市委会" in said
    assert said[-2:] == ["市委会", "2018年1月8日"]


def test_the_contact_is_for_those_who_handle_the_text(world, client):
    proposal = submitted(world)
    client.force_login(world.users.member)

    assert not any("13900000000" in line for line in lines(client, proposal))


def test_the_pdf_is_one_to_print_and_the_same_words_give_the_same_bytes(world, client):
    proposal = submitted(world)
    client.force_login(world.users.director)
    address = reverse("reports:proposal-pdf", args=[proposal.pk])

    first, second = client.get(address), client.get(address)

    assert first.headers["Content-Type"] == "application/pdf"
    assert first.content.startswith(b"%PDF")
    assert first.content == second.content


def test_without_a_chinese_font_the_page_says_so(world, client, monkeypatch):
    proposal = submitted(world)
    client.force_login(world.users.director)

    def refuse(_paper):
        raise ZujiError("没有中文字体")

    monkeypatch.setattr(paper, "proposal_pdf", refuse)
    answer = client.get(reverse("reports:proposal-pdf", args=[proposal.pk]), follow=True)

    assert answer.redirect_chain == [(reverse("proposals:proposal-detail", args=[proposal.pk]), 302)]
    assert "没有中文字体" in answer.content.decode()


def test_a_draft_of_somebody_else_is_not_there(world, client):
    proposal = written(world)
    client.force_login(world.users.other_member)

    assert client.get(reverse("reports:proposal-docx", args=[proposal.pk])).status_code == 404
