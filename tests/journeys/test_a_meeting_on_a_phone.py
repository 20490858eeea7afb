"""A director takes a meeting from last time's to approved minutes; members ask leave; the board turns green."""

import zipfile
from datetime import date, timedelta
from io import BytesIO

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import running_site
from zuji.foundation.clock import today

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("width", [390, 1280])]


@pytest.fixture(scope="module")
def site(tmp_path_factory, worker_id):
    """A demo of its own: these tests write."""
    with running_site(tmp_path_factory, worker_id) as address:
        yield address


def plan_from_the_board(director, held_on: date, topic: str) -> str:
    """Begin where the board says what is due, and keep what last time's meeting was like."""
    page = director.page
    page.goto(f"/organizations/{director.branch()}/board/?year={held_on.year}")
    todo = page.get_by_role("listitem").filter(has_text=f"{held_on.month}月 · 每月全体会员学习交流会")
    todo.get_by_role("link", name="去办理").click()
    expect(page.get_by_label("地点")).to_have_value("茹欣文化学校")
    page.get_by_label("主题").fill(topic)
    page.get_by_label("日期").fill(held_on.isoformat())
    page.get_by_label("议题").fill("学习二十届四中全会精神\n讨论年度调研选题")
    assert director.barriers() == []
    director.picture("meeting_planned_from_last")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(topic)
    return page.url


def ask_leave(member, address: str) -> None:
    page = member.page
    page.goto(address)
    page.get_by_role("link", name="请假", exact=True).click()
    page.get_by_label("病假").check()
    page.get_by_label("事由").fill("复查")
    assert member.barriers() == []
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("待批")).to_be_visible()


def vote_by_hand(director, question: str) -> None:
    """One vote too many is told; the numbers are mended and the meeting's page says what came of it."""
    page = director.page
    meeting = page.url
    page.get_by_role("link", name="举手表决").click()
    page.get_by_label("表决事项").fill(question)
    for label, votes in (("同意", "9"), ("反对", "1"), ("弃权", "1")):
        page.get_by_label(label).fill(votes)
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("alert")).to_contain_text("票数超过到会人数：共11票，到会10人。")
    assert director.barriers() == []
    director.picture("vote_above_those_present")
    page.get_by_label("同意").fill("8")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("到会10人，须有6票同意方为通过。")).to_be_visible()
    assert director.barriers() == []
    assert director.small_targets() == []
    director.picture("vote_counted")
    page.goto(meeting)
    expect(page.get_by_text("同意8票，反对1票，弃权1票")).to_be_visible()
    director.picture("meeting_with_votes")


def test_a_meeting_from_notice_to_minutes(visit, width):
    director, member = visit(width).sign_in("director"), visit(width).sign_in("member")
    page = director.page
    held_on = today()
    topic = f"全体学习会（{width}）"
    address = plan_from_the_board(director, held_on, topic) if width == 390 else plan_again(director, held_on, topic)

    page.get_by_role("button", name="通知已发出").click()
    expect(page.get_by_text("已发通知")).to_be_visible()
    ask_leave(member, address)
    page.reload()
    assert director.barriers() == []
    director.picture("meeting_with_leave")
    page.get_by_role("button", name="准假").click()
    page.get_by_role("link", name="代人请假").click()
    page.get_by_label("会员", exact=True).select_option(label="任玉兰")
    page.get_by_label("告知方式").select_option(label="电话")
    page.get_by_role("button", name="保存").click()
    page.get_by_role("button", name="准假").click()

    page.get_by_role("link", name="谁到了？").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("谁到了？")
    expect(page.locator("[data-count^=present]")).to_have_text("11")
    taps = 0
    for name, times in (("张红霞", 1), ("杨建军", 3)):
        for _tap in range(times):
            page.get_by_role("group", name=name).click()
            taps += 1
    assert taps + 1 < 20
    assert director.barriers() == []
    assert director.small_targets() == []
    director.picture("attendance")
    page.get_by_text("列席人员和其他支部会员").first.click()
    page.get_by_label("列席人员和其他支部会员").fill("校长，茹欣文化学校")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("校长（茹欣文化学校）")).to_be_visible()
    expect(page.get_by_text("应到 13 人，实到 10 人（76.9%）")).to_be_visible()
    expect(page.get_by_text("已达法定人数 7 人")).to_be_visible()

    vote_by_hand(director, "通过年度调研选题")

    page.get_by_role("link", name="写纪要").click()
    page.get_by_label("议定", exact=True).first.fill("每人写一篇心得。")
    page.get_by_role("textbox", name="议定事项").first.fill("汇总心得")
    page.get_by_label("责任人").first.select_option(label="陈桂英")
    page.get_by_label("期限").first.fill((held_on + timedelta(days=14)).isoformat())
    assert director.barriers() == []
    director.picture("minutes_form")
    page.get_by_role("button", name="保存").click()
    page.get_by_role("button", name="批准纪要").click()
    expect(page.get_by_text("批准").first).to_be_visible()
    assert director.barriers() == []
    director.picture("meeting_with_minutes")

    with page.expect_download() as download:
        page.get_by_role("link", name="下载 Word 文件").click()
    with zipfile.ZipFile(BytesIO(download.value.path().read_bytes())) as paper:
        words = paper.read("word/document.xml").decode()
    assert topic in words
    assert "每人写一篇心得。" in words
    assert "杨建军" in words

    page.goto(f"/organizations/{director.branch()}/duties/R03/{held_on.year}/{held_on:%Y-%m}/")
    expect(page.get_by_text("达到").first).to_be_visible()
    expect(page.locator("main").get_by_role("link", name=topic)).to_be_visible()

    member.page.goto("/me/")
    expect(member.page.get_by_text("汇总心得").first).to_be_visible()
    member.picture("my_year_with_something_to_do")
    page.goto(f"/organizations/{director.branch()}/action-items/")
    assert director.barriers() == []
    assert director.small_targets() == []
    director.picture("action_items")
    page.get_by_role("link", name="修改 汇总心得").first.click()
    director.picture("action_item_form")
    assert director.barriers() == []
    member.page.goto(address)
    member.page.get_by_role("button", name="完成").click()
    expect(member.page.get_by_text("已办")).to_be_visible()
    make_up(member, director, address)


def make_up(member, director, address: str) -> None:
    """Who was on leave studies it afterwards: completion changes, the rate of attendance does not (C2)."""
    page = member.page
    page.get_by_role("link", name="我已补学").click()
    page.get_by_label("补学内容").fill("读了学习材料")
    assert member.barriers() == []
    member.picture("making_up")
    page.get_by_role("button", name="保存").click()
    director.page.goto(address)
    for visitor in (member, director):
        expect(visitor.page.get_by_text("应到 13 人，实到 10 人（76.9%）")).to_be_visible()
        expect(visitor.page.get_by_text("连同补学，完成 11/13 人（84.6%）")).to_be_visible()
    assert director.barriers() == []
    director.picture("meeting_made_up")


def plan_again(director, held_on: date, topic: str) -> str:
    """The day has a meeting already where this demo was used before: call that one off, and plan anew."""
    page = director.page
    page.goto(f"/organizations/{director.branch()}/meetings/?year={held_on.year}")
    page.get_by_role("link", name="照上次安排下一次").click()
    page.get_by_label("主题").fill(topic)
    page.get_by_label("日期").fill((held_on - timedelta(days=1)).isoformat())
    page.get_by_label("议题").fill("学习二十届四中全会精神")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(topic)
    return page.url
