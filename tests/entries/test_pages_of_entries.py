"""The member agrees in one tap or objects; who keeps the records answers; those above read nothing of it."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.entries.actions import answer_entry, enter_for, reply_to_objection
from zuji.entries.models import EntryForMember
from zuji.entries.queries import waiting_count
from zuji.footprints.facts import reference_to
from zuji.infos.models import Info
from zuji.thought_reports.models import ThoughtReportReceipt

pytestmark = pytest.mark.django_db
ON = date(2018, 4, 2)
OWN = reverse("entries:own-entries")


@pytest.fixture
def entry(world):
    return EntryForMember.objects.get()


def objections(world):
    return reverse("entries:objection-list", args=[world.branch.pk])


def to_answer(entry):
    return reverse("entries:answer-create", args=[entry.pk])


def to_reply(entry):
    return reverse("entries:reply-create", args=[entry.pk])


def test_the_page_names_both_and_the_ground(world, client, entry):
    client.force_login(world.users.member)

    page = client.get(OWN).content.decode()

    assert "石三川代林四维录入，告知方式：书面，2018年3月20日" in page
    assert "2018年第一季度" in page
    assert "思想动态汇报回执" in page


def test_one_tap_agrees(world, client, entry):
    client.force_login(world.users.member)

    client.post(to_answer(entry), {"answer": "confirmed", "seen": 0})

    entry.refresh_from_db()
    assert entry.answer == "confirmed"
    assert waiting_count(world.member) == 0


def test_an_objection_travels_to_the_branch_and_its_answer_back(world, client, entry):
    client.force_login(world.users.member)
    client.post(to_answer(entry), {"answer": "objected", "objection": "不是我交的。", "seen": 0})
    assert "尚未答复" in client.get(OWN).content.decode()

    client.force_login(world.users.officer)
    page = client.get(objections(world)).content.decode()
    assert "不是我交的。" in page
    assert "林四维" in page
    client.post(to_reply(entry), {"reply": "已更正。"})
    assert "没有待答复的异议" in client.get(objections(world)).content.decode()

    client.force_login(world.users.member)
    assert "已更正。" in client.get(OWN).content.decode()


def test_an_objection_without_words_is_said_in_place(world, client, entry):
    client.force_login(world.users.member)

    answer = client.post(to_answer(entry), {"answer": "objected", "objection": " ", "seen": 0})

    assert answer.status_code == 422
    assert "请写明哪里不对。" in answer.content.decode()
    assert "<details open>" in answer.content.decode()


def test_too_many_words_stay_typed(world, client, entry):
    client.force_login(world.users.member)

    answer = client.post(to_answer(entry), {"answer": "objected", "objection": "长" * 301, "seen": 0})

    assert answer.status_code == 422
    assert "长" * 301 in answer.content.decode()


def test_what_was_entered_anew_is_shown_before_it_is_agreed_with(world, client, entry):
    enter_for(
        ThoughtReportReceipt.objects.get(), world.member, organization=world.branch, ground="phone", by="乔二木", on=ON
    )
    client.force_login(world.users.member)

    refused = client.post(to_answer(entry), {"answer": "confirmed", "seen": 0})

    assert refused.status_code == 422
    assert "其间已重新录入" in refused.content.decode()
    assert "乔二木代林四维录入" in refused.content.decode()
    assert 'name="seen" value="1"' in refused.content.decode()


def test_a_second_answer_is_told_of_the_first_and_stays_typed(world, client, entry):
    answer_entry(entry, answer="objected", objection="不是我交的。", on=ON)
    reply_to_objection(entry, reply="已更正。", by="石三川", on=ON)
    client.force_login(world.users.director)

    answer = client.post(to_reply(entry), {"reply": "没有错。"})

    assert answer.status_code == 422
    assert "石三川已经答复过了" in answer.content.decode()
    assert "没有错。" in answer.content.decode()


def test_what_is_gone_says_so(world, client, entry):
    EntryForMember.objects.update(about="thought_report_receipt:999999")
    client.force_login(world.users.member)

    assert "原记录已不存在" in client.get(OWN).content.decode()


def test_a_leave_is_described_by_its_meeting_and_leads_there(world, client, entry):
    asked = world.planned.leave_requests.get()
    EntryForMember.objects.update(about=reference_to(asked))
    client.force_login(world.users.member)

    page = client.get(OWN).content.decode()

    assert "会议请假" in page
    assert "年度总结会" in page
    assert reverse("meetings:meeting-detail", args=[world.planned.pk]) in page


def test_a_leave_has_no_page_of_records(world, client):
    asked = world.planned.leave_requests.get()
    client.force_login(world.users.operator)

    assert client.get(reverse("footprints:record-detail", args=["leave_request", asked.pk])).status_code == 404


def test_who_has_nothing_entered_for_them_is_told(world, client):
    client.force_login(world.users.officer)

    assert "没有人代您录入过" in client.get(OWN).content.decode()


WHO = """
                 own  objections answer reply
nobody_yet       404  404        404    404
other_member     200  404        404    404
former_director  200  404        404    404
member           200  404        302    404
officer          200  200        404    302
deputy           200  200        404    302
director         200  200        404    302
chair            200  404        404    404
vice_chair       200  404        404    404
operator         404  200        404    302
"""


@pytest.mark.parametrize("row", [line.split() for line in WHO.strip().splitlines()[1:]], ids=lambda row: row[0])
def test_who_reads_and_says_what(world, client, entry, row):
    answer_entry(entry, answer="objected", objection="不是我交的。", on=ON)
    role, own, listed, answered, replied = row
    client.force_login(getattr(world.users, role))

    assert client.get(OWN).status_code == int(own)
    assert client.get(objections(world)).status_code == int(listed)
    assert client.post(to_reply(entry), {"reply": "已更正。"}).status_code == int(replied)
    assert client.post(to_answer(entry), {"answer": "confirmed", "seen": 0}).status_code == int(answered)


def test_the_lists_ask_no_more_for_more_entries(world, client, django_assert_max_num_queries):
    for info in Info.objects.filter(organization=world.branch):
        made = enter_for(info, world.member, organization=world.branch, ground="phone", by="石三川", on=ON)
        answer_entry(made, answer="objected", objection="不对。", on=ON)

    client.force_login(world.users.member)
    with django_assert_max_num_queries(20):
        client.get(OWN)
    client.force_login(world.users.officer)
    with django_assert_max_num_queries(16):
        client.get(objections(world))
