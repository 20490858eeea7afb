"""The four tables of a month and a year: sent in the month of sending, adopted in the month of the decision."""

from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from tests.infos.steps import TODAY, another_text, outcome, sent, step
from tests.world import report_info
from zuji.infos import actions
from zuji.infos.models import Info
from zuji.infos.queries.tables import info_tables
from zuji.institutions.actions import refresh
from zuji.reports.info_tables import info_tables_xlsx

pytestmark = pytest.mark.django_db


@pytest.fixture
def june(world):
    """Three sent in June, of which one was withdrawn and one adopted and instructed on in August."""
    first = sent(world, title="甲", text="甲地供热不足，居民夜里受冻，希望尽快改造管网。")
    sent(world, title="乙", text="乙校门口没有人行横道，放学时拥堵，建议施划标线。")
    gone = sent(world, title="丙", text="丙村饮水浑浊，孩子常闹肚子，建议检测水源并公布。")
    actions.withdraw_info(gone, step=step("情况有变"), today=TODAY)
    said = outcome(date(2018, 8, 6), issue_no="第8期")
    actions.enter_outcome(first, said=said, by="石三川", today=TODAY)
    instructed = outcome(date(2018, 8, 20), kind="instructed", body="市委书记")
    actions.enter_outcome(first, said=instructed, by="石三川", today=TODAY)
    refresh(world.branch, 2018, today=TODAY)
    return world.branch


def test_sent_stands_in_june_and_the_withdrawn_one_is_shown_and_not_counted(june):
    tables = info_tables(june, 2018, 6)

    assert [info.title for info in tables.sent] == ["甲", "乙", "丙"]
    assert tables.summary.sent == 2
    assert tables.adopted == []


def test_adopted_stands_in_august_with_body_issue_and_day(june):
    tables = info_tables(june, 2018, 8)

    assert tables.summary.sent == 0
    assert [(line.outcome.body, line.outcome.issue_no, line.on) for line in tables.adopted] == [
        ("市政协", "第8期", date(2018, 8, 6)),
        ("市委书记", "", date(2018, 8, 20)),
    ]
    assert (tables.summary.adopted_infos, tables.summary.adopted["city"], tables.summary.instructed) == (1, 1, 1)


def test_what_is_owed_is_asked_of_the_clause(june):
    assert info_tables(june, 2018, 6).summary.owed == 6
    assert info_tables(june, 2018).summary.owed == 72
    assert info_tables(june, 2018, 6).summary.is_short


def test_where_no_clause_asks_nothing_is_owed(world):
    assert info_tables(world.other_branch, 2010, 6).summary.owed is None


def test_each_member_and_the_branch_itself_stand_once(june):
    lines = {line.name: (line.sent, line.adopted, line.instructed) for line in info_tables(june, 2018).members}

    assert lines["林四维"] == (3, 2, 1)  # with the one of May that the world has
    assert lines[""] == (11, 0, 0)


def test_the_year_before_and_the_year_so_far_stand_beside(june):
    summary = info_tables(june, 2018, 6).summary

    assert summary.sent_a_year_before == 0
    assert summary.sent_so_far == 6 + 5 + 1 + 2  # January, April, May, June


def test_the_workbook_says_what_the_page_says_and_a_title_is_never_a_formula(world, june):
    info = Info.objects.get(title="乙")
    info.title = '=HYPERLINK("http://x","点我")'
    info.save()

    book = CalamineWorkbook.from_filelike(BytesIO(info_tables_xlsx(info_tables(june, 2018, 6))))

    assert book.sheet_names == ["报送台账", "采用台账", "汇总", "逐人情况"]
    rows = book.get_sheet_by_name("报送台账").to_python()
    assert rows[2][1] == '=HYPERLINK("http://x","点我")'
    assert dict(book.get_sheet_by_name("汇总").to_python())["已报"] == 2


def test_the_tables_ask_a_fixed_number_of_queries(world, june, django_assert_max_num_queries):
    for number in range(12):
        sent(world, title=f"题{number}", text=another_text(number))

    with django_assert_max_num_queries(16):
        tables = info_tables(june, 2018)
        assert [(str(info.member), info.dispatches.all()) for info in tables.sent]


def test_a_piece_is_known_by_the_branchs_short_name_on_pages_and_in_the_workbook(world, june, client):
    code = Info.objects.get(title="乙").code
    assert info_tables(june, 2018, 6).sent[1].number == code
    june.short_name = "一支"
    june.save()
    client.force_login(world.users.member)

    book = CalamineWorkbook.from_filelike(BytesIO(info_tables_xlsx(info_tables(june, 2018, 6))))

    assert book.get_sheet_by_name("报送台账").to_python()[2][2] == f"一支-{code}"
    of_june = "?year=2018&month=6"
    for address in (f"infos/{of_june}", f"infos/tables/{of_june}"):
        assert f"一支-{code}" in client.get(f"/organizations/{june.pk}/{address}").content.decode()


def test_one_numbered_elsewhere_keeps_its_number(world, june):
    june.short_name = "一支"
    june.save()

    assert report_info(world, "IN77", date(2018, 6, 7)).number == "IN77"
