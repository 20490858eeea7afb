"""The page of search: what it shows, to whom, and that nothing typed into it breaks it."""

import logging
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.site.pages import Page
from zuji.foundation.clock import SHANGHAI
from zuji.infos.actions import record_info
from zuji.infos.models import Info
from zuji.proposals.models import Proposal
from zuji.search.actions import make_findable

pytestmark = pytest.mark.django_db
WORDS = "供热企业"


def answer_to(world, client, query, role="member", **more):
    """The answer of the page to what a role looks for."""
    client.force_login(getattr(world.users, role))
    answer = client.get(reverse("site:search"), {"q": query, **more})
    assert answer.status_code == 200
    return answer


def infos(world, how_many, *, body="供热管网"):
    """Many infos of the member, each of which its author finds."""
    for number in range(how_many):
        info = record_info(
            world.branch,
            code=f"S{number:03}",
            member_id=world.member.pk,
            title=f"信息第{number}号",
            submitted_at=datetime(2018, 3, 1, 12, tzinfo=SHANGHAI),
        ).record
        make_findable(info, organization_id=world.branch.pk, title=info.title, body=body, on=date(2018, 3, 1))


def test_without_a_question_there_is_a_field_and_nothing_else(world, client):
    html = answer_to(world, client, "").content.decode()

    assert '<input id="q" type="search"' in html
    assert "没有找到" not in Page(html).text


def test_a_record_is_shown_with_its_sort_day_branch_and_found_words(world, client):
    html = answer_to(world, client, "供热企业 管网").content.decode()

    assert f'href="{reverse("proposals:proposal-detail", args=[Proposal.objects.get().pk])}"' in html
    assert "<mark>供热企业</mark>" in html
    assert "<mark>管网</mark>" in html
    for said in ("提案", "2018年1月6日", "一支部"):
        assert said in Page(html).text


def test_the_menu_leads_to_the_page(world, client):
    client.force_login(world.users.member)

    assert f'href="{reverse("site:search")}"' in client.get("/me/").content.decode()


def test_people_come_first_for_initials(world, client):
    page = answer_to(world, client, "lsw")

    assert [each.membership.member.name for each in page.context["people"]] == ["林四维"]
    assert "林四维" in Page(page.content.decode()).text


@pytest.mark.parametrize(
    ("role", "opens"), [("member", True), ("former_director", False), ("officer", True), ("director", True)]
)
def test_a_name_leads_to_its_page_for_those_who_may_open_it(world, client, role, opens):
    html = answer_to(world, client, "林四维", role).content.decode()

    assert (f'href="{reverse("evaluation:member-detail", args=[world.member.pk])}"' in html) is opens


@pytest.mark.parametrize(
    ("role", "finds"),
    [
        ("nobody_yet", False),
        ("other_member", False),
        ("former_director", True),
        ("member", True),
        ("officer", True),
        ("deputy", True),
        ("director", True),
        ("chair", True),
        ("vice_chair", True),
        ("operator", True),
    ],
)
def test_only_what_a_reader_may_see_is_shown_or_counted(world, client, role, finds):
    page = answer_to(world, client, WORDS, role)

    assert page.context["page"].paginator.count == finds
    assert ("的提案" in Page(page.content.decode()).text) is finds


def test_who_is_not_signed_in_is_sent_to_the_door(client):
    assert client.get(reverse("site:search"), {"q": WORDS}).status_code == 302


def test_what_may_be_seen_but_not_read_is_not_found(world, client, monkeypatch):
    infos(world, 1)
    assert answer_to(world, client, "信息第0号").context["page"].paginator.count >= 1

    readable_by_nobody = lambda records, user: records.none()  # noqa: E731 - stands in for a method
    monkeypatch.setattr(type(Info.objects.all()), "readable_by", readable_by_nobody, raising=False)

    assert answer_to(world, client, "信息第0号").context["page"].paginator.count == 0


def test_a_users_words_are_written_not_run(world, client):
    hostile = "<script>alert(1)</script> 供热"
    proposal = Proposal.objects.get()
    make_findable(proposal, organization_id=world.branch.pk, title=hostile, body=hostile * 3)

    html = answer_to(world, client, hostile).content.decode()

    assert "<script>alert" not in html
    assert "alert" in Page(html).text


@pytest.mark.parametrize(
    "query",
    [
        *("供", "x", '"', "*", "-", "NEAR", "AND", '"供热', "供热*", "NEAR(供热 管网)", "-供热", "供热 AND", "NOT"),
        *("%", "_", "😀", "供热😀", "\x00", "供热\x00", "'; DROP TABLE search_index; --", "供热" * 5_000),
        *("a" * 10_000, "\\", "：", "a:b"),
    ],
)
def test_whatever_is_typed_is_answered_with_a_page(world, client, query):
    page = Page(answer_to(world, client, query).content.decode())

    assert "查找" in page.text


@pytest.mark.parametrize("number", ["-1", "0", "abc", "99999999999999999999", ""])
def test_a_page_that_is_not_there_is_the_nearest(world, client, number):
    assert answer_to(world, client, WORDS, page=number).context["page"].number == 1


def test_a_very_long_question_is_told_that_its_beginning_was_looked_for(world, client):
    page = answer_to(world, client, "供热企业" * 2_500)

    assert "只查找了开头" in Page(page.content.decode()).text


@pytest.mark.parametrize(("query", "sentence"), [("火箭发射", "没有找到"), ("😀！", "没有可以查找的文字")])
def test_where_nothing_is_found_the_page_says_why(world, client, query, sentence):
    assert sentence in Page(answer_to(world, client, query).content.decode()).text


def test_what_holds_only_some_words_comes_after_a_line_that_says_so(world, client):
    infos(world, 1, body="供热")

    page = answer_to(world, client, "供热 更新管网")

    assert [hit.has_all for hit in page.context["hits"]] == [True, False]
    assert Page(page.content.decode()).text.count("以下只包含部分词语") == 1


def test_many_results_are_leafed_through_and_each_is_shown_once(world, client):
    infos(world, 45)

    pages = [answer_to(world, client, "供热管网", page=number) for number in (1, 2, 3)]

    shown = [hit.record.url for page in pages for hit in page.context["hits"]]
    assert len(shown) == len(set(shown)) == 46
    assert "q=%E4%BE%9B%E7%83%AD" in pages[0].content.decode()


def test_a_page_asks_no_more_for_more_results(world, client):
    def asked():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer_to(world, client, "供热管网")
        return len(queries)

    infos(world, 2)
    answer_to(world, client, "供热管网")
    few = asked()
    infos(world, 30)

    assert asked() <= few <= 22


def test_nobody_notes_who_looked_for_what(world, client, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(logging.getLogger("django.db.backends"), "disabled", True)
    with CaptureQueriesContext(connection) as queries:
        answer_to(world, client, WORDS)

    written = [each["sql"] for each in queries if each["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]
    assert not [sql for sql in written if WORDS in sql or "search" in sql]
    assert WORDS not in caplog.text
