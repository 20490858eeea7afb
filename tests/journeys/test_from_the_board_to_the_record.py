"""The way every number can be walked: board → cell → clause → record, by those who lead and by those who are led."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("width", [390, 1280])]


def test_a_director_walks_from_the_board_to_the_record_of_an_info(visit, width):
    director = visit(width).sign_in("director")
    page = director.page

    expect(page.get_by_role("heading", level=1)).to_have_text("2018年看板")
    assert director.barriers() == []
    director.picture("board")

    page.get_by_role("link", name="4月，6，达到").and_(page.locator("[href*='/R13/']")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("4月 · 社情民意信息月报送")
    expect(page.get_by_role("heading", name="6 条，要求 6 条")).to_be_visible()
    expect(page.get_by_text("支部每月报送社情民意信息不少于6条")).to_be_visible()
    assert page.get_by_role("list", name="计入的记录").get_by_role("listitem").count() == 6
    assert director.barriers() == []
    director.picture("why")

    page.get_by_role("link", name="支部信息报告报送制度，2018年1月1日起施行").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("支部信息报告报送制度")
    expect(page.get_by_text("2018：应履行 12 项，已履行 12 项")).to_be_visible()
    assert director.barriers() == []
    director.picture("institution")

    page.go_back()
    page.get_by_role("link", name="关于完善文化场馆开放经费保障的建议").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("关于完善文化场馆开放经费保障的建议")
    page.get_by_role("link", name="留下的足迹").click()
    expect(page.get_by_text("报送社情民意信息").first).to_be_visible()
    assert director.barriers() == []
    director.picture("record")


def test_a_director_sees_in_september_what_comes_next(visit, width):
    director = visit(width).sign_in("director")
    page = director.page

    page.get_by_label("截至").fill("2018-09-18")
    page.get_by_label("截至").press("Enter")

    expect(page.get_by_text("截至2018年9月18日")).to_be_visible()
    todo = page.get_by_role("listitem").filter(has_text="9月 · 社情民意信息月报送")
    expect(todo).to_contain_text("3 条，要求 6 条，9月30日前还差 3 条")
    assert director.barriers() == []
    director.picture("board_in_september")

    todo.get_by_role("link", name="9月 · 社情民意信息月报送").click()
    expect(page.get_by_role("heading", name="3 条，要求 6 条，9月30日前还差 3 条")).to_be_visible()
    page.go_back()
    todo.get_by_role("link", name="去办理").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("写一条信息")


def test_a_member_reads_the_own_year_and_why(visit, width):
    member = visit(width).sign_in("member")
    page = member.page

    expect(page.get_by_role("heading", level=1)).to_have_text("我的一年")
    expect(page.locator("main").get_by_text("陈桂英").first).to_be_visible()
    assert member.barriers() == []
    member.picture("my_year")

    page.get_by_role("link", name="季度思想动态汇报").click()
    page.get_by_role("link", name="第二季度").click()
    expect(page.get_by_role("heading", name="与您有关的")).to_be_visible()
    expect(page.get_by_text("徐建军")).to_have_count(0)
    page.locator("main").get_by_role("link", name="2018年第二季度").click()
    expect(page.get_by_text("思想动态汇报回执").first).to_be_visible()
    assert member.barriers() == []


def test_a_member_finds_no_way_into_another_members_page(visit, width):
    member = visit(width).sign_in("member")
    page = member.page

    page.goto(f"/organizations/{member.branch()}/members/")

    expect(page.locator("main a[href*='/members/']")).to_have_text(["陈桂英"])
    member.picture("members")


def test_the_city_committee_opens_a_branch(visit, width):
    chair = visit(width).sign_in("city")
    page = chair.page

    expect(page.get_by_role("heading", level=1)).to_have_text("支部")
    assert chair.barriers() == []
    chair.picture("branches")
    page.get_by_role("link", name="民进绥化市文化支部").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("2018年看板")
    expect(page.get_by_role("banner")).to_contain_text("文化支部")
    chair.picture("second_board")
