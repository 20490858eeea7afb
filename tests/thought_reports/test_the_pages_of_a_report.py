"""Writing, reading, withdrawing on the pages; what is refused loses nothing that was typed."""

import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.thought_reports.sealed import PLANTED, choose_content, handed_in
from zuji.organizations.models import PostAssignment
from zuji.thought_reports.models import ThoughtReport

pytestmark = pytest.mark.django_db


def writing(world):
    return reverse("thought_reports:report-create", args=[world.branch.pk])


def page_of(client, name, *arguments):
    return client.get(reverse(f"thought_reports:{name}", args=arguments)).content.decode()


@pytest.fixture
def member(content, client):
    client.force_login(content.users.member)
    return client


def test_a_member_writes_sends_and_sees_it_among_the_own(content, member):
    said = {"text": "第一段\r\n\r\n第二段<b>", "recipient": content.director.pk, "agrees": "on"}

    answer = member.post(writing(content), said, follow=True)

    page = answer.content.decode()
    assert "汇报已提交" in page
    assert "还没有人打开" in page
    report = ThoughtReport.objects.get()
    read = page_of(member, "report-detail", report.pk)
    assert "<p>第一段</p>" in read
    assert "第二段&lt;b&gt;" in read


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"agrees": ""}, "我同意"),
        ({"recipient": ""}, "只有这位接收人能看"),
        ({"recipient": "999999"}, "只有这位接收人能看"),
        ({"recipient": "officer"}, "只有这位接收人能看"),
        ({"text": " "}, "想汇报的内容"),
        ({"text": PLANTED + "字" * 5000}, "5000"),
        ({"text": PLANTED + "\0"}, "想汇报的内容"),
    ],
)
def test_what_is_refused_is_named_and_stays_in_the_form(content, member, change, sentence):
    change = {key: content.officer.pk if value == "officer" else value for key, value in change.items()}
    said = {"text": PLANTED, "recipient": content.director.pk, "agrees": "on"} | change

    answer = member.post(writing(content), said)

    page = answer.content.decode()
    assert "没有提交" in page
    assert sentence in page[page.index("没有提交") :]
    assert said["text"].strip().replace("\0", "") in page.replace("\0", "")
    assert not ThoughtReport.objects.exists()


def test_who_left_office_between_looking_and_sending_does_not_receive_it(content, member):
    member.get(writing(content))
    PostAssignment.objects.filter(member=content.director).update(until_on=timezone.localdate())

    answer = member.post(writing(content), {"text": PLANTED, "recipient": content.director.pk, "agrees": "on"})

    assert PLANTED in answer.content.decode()
    assert not ThoughtReport.objects.exists()


def test_a_double_tap_hands_in_once_and_says_so(content, member):
    said = {"text": PLANTED, "recipient": content.director.pk, "agrees": "on"}
    member.post(writing(content), said)

    answer = member.post(writing(content), said)

    assert "您已于" in answer.content.decode()
    assert PLANTED in answer.content.decode()
    assert ThoughtReport.objects.count() == 1


def test_who_has_handed_in_is_told_instead_of_asked(content, member):
    handed_in(content, at=datetime.now(UTC))

    page = page_of(member, "report-create", content.branch.pk)

    assert "您已于" in page
    assert "<textarea" not in page


def test_a_quarter_to_come_is_refused_with_the_text_kept(content, member):
    said = {"text": PLANTED, "recipient": content.director.pk, "agrees": "on"}

    answer = member.post(f"{writing(content)}?quarter=2099Q4", said)

    assert PLANTED in answer.content.decode()
    assert not ThoughtReport.objects.exists()


def test_where_nobody_can_receive_it_paper_is_named(content, member):
    PostAssignment.objects.filter(organization=content.branch).delete()

    page = page_of(member, "report-create", content.branch.pk)

    assert "暂无人接收您的汇报" in page
    assert "<textarea" not in page


def test_the_director_writes_to_a_deputy(content, client):
    client.force_login(content.users.director)

    page = page_of(client, "report-create", content.branch.pk)

    assert re.findall(r"<span>(乔二木|田一禾)</span>", page) == ["乔二木"]


def test_withdrawing_asks_first_and_then_the_content_is_gone(content, member):
    report = handed_in(content, at=datetime.now(UTC))
    address = reverse("thought_reports:withdrawal-create", args=[report.pk])

    assert "内容和密钥都会销毁" in member.get(address).content.decode()
    assert ThoughtReport.objects.sealed().exists()
    page = member.post(address, follow=True).content.decode()

    assert "已撤回" in page
    assert not ThoughtReport.objects.sealed().exists()
    assert member.get(reverse("thought_reports:report-detail", args=[report.pk])).status_code == 410
    assert member.post(address).status_code == 302


def test_the_recipient_reads_of_a_withdrawal_and_not_what_it_said(content, client):
    report = handed_in(content, at=datetime.now(UTC))
    ThoughtReport.objects.filter(pk=report.pk).update(ciphertext=None, nonce=None, withdrawn_at=timezone.now())
    client.force_login(content.users.director)

    page = page_of(client, "received-list")

    assert "林四维" in page
    assert "已撤回" in page
    assert f"/thought-reports/{report.pk}/" not in page


def test_the_lists_take_the_same_number_of_queries_however_long(content, client, django_assert_num_queries):
    counts = []
    for author in (content.member, content.officer, content.former_director):
        handed_in(content, author=author, at=datetime.now(UTC))
        client.force_login(content.users.director)
        with django_assert_num_queries(12, exact=False) as asked:
            page_of(client, "received-list")
        counts.append(len(asked))

    assert len(set(counts)) == 1


def test_the_receipts_name_the_way_to_write_and_offer_no_taking_back(content, member, client):
    handed_in(content, at=datetime.now(UTC))
    assert writing(content) in page_of(member, "receipt-list", content.branch.pk)

    client.force_login(content.users.officer)
    page = page_of(client, "receipt-list", content.branch.pk)

    assert "已提交" in page
    assert "取消勾选" not in page
    assert "/removal/" not in page


def test_a_page_is_small(content, member):
    assert len(page_of(member, "report-create", content.branch.pk).encode()) < 60_000


def test_a_key_file_gone_is_told_to_a_member_without_its_place(content, member, key_file):
    handed_in(content, author=content.officer, at=datetime.now(UTC))
    key_file.unlink()

    answer = member.post(writing(content), {"text": PLANTED, "recipient": content.director.pk, "agrees": "on"})

    page = answer.content.decode()
    assert "请告诉系统管理员" in page
    assert str(key_file) not in page
    assert PLANTED in page


def test_choose_content_is_what_the_member_reads_about(world, client):
    client.force_login(world.users.member)
    assert "/thought-reports/new/" not in page_of(client, "receipt-list", world.branch.pk)

    choose_content(world)

    assert "/thought-reports/new/" in page_of(client, "receipt-list", world.branch.pk)
