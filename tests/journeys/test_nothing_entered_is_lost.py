"""A dropped network, a session run out, two people at once, a double tap: nothing lost, nothing twice, a clear word."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import PASSWORDS
from tests.journeys.conftest import running_site
from zuji.foundation.clock import today

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def site(tmp_path_factory, worker_id):
    """A demo of its own: these tests write."""
    with running_site(tmp_path_factory, worker_id) as address:
        yield address


def plan(visitor, topic, days_ago=0):
    """Plan a meeting; gives its address."""
    page = visitor.page
    page.goto(f"/organizations/{visitor.branch()}/meetings/new/")
    page.get_by_label("主题").fill(topic)
    page.get_by_label("日期").fill((today() - timedelta(days=days_ago)).isoformat())
    page.get_by_label("议题").fill("学习")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(topic)
    return page.url


def mark(page, name, times=1):
    for _tap in range(times):
        page.get_by_role("group", name=name).click()


def chosen(page, name):
    return page.get_by_role("group", name=name).locator("input:checked").get_attribute("value")


def test_without_network_nothing_is_sent_and_nothing_is_lost(visit):
    director = visit(390).sign_in("director")
    page = director.page
    page.goto(plan(director, "断网", 1) + "attendance/")
    mark(page, "张红霞", 3)

    page.context.set_offline(True)
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("内容没有丢")).to_be_visible()
    director.picture("no_network")
    assert chosen(page, "张红霞") == "absent"

    page.context.set_offline(False)
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("应到 13 人，实到 12 人")).to_be_visible()


def test_a_page_closed_before_saving_comes_back_as_it_was(visit):
    director = visit(390).sign_in("director")
    page = director.page
    address = plan(director, "没电", 2) + "attendance/"
    page.goto(address)
    mark(page, "张红霞", 3)

    page.goto("about:blank")
    page.goto(address)

    expect(page.get_by_text("尚未保存的内容已恢复")).to_be_visible()
    assert chosen(page, "张红霞") == "absent"
    expect(page.locator("[data-count=absent]")).to_have_text("1")
    page.get_by_role("button", name="不要了").click()
    expect(page.locator("[data-count=absent]")).to_have_text("0")


def test_a_session_that_ran_out_asks_to_sign_in_and_keeps_what_was_entered(visit):
    director = visit(390).sign_in("director")
    page = director.page
    address = plan(director, "登录过期", 3)
    page.goto(address + "attendance/")
    page.get_by_role("button", name="保存").click()
    page.get_by_role("link", name="写纪要").click()
    page.get_by_label("议定", exact=True).fill("每人写一篇心得。")
    page.context.clear_cookies(name=re.compile("session"))

    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", name="登录")).to_be_visible()
    page.get_by_label("用户名").fill("director")
    page.get_by_label("密码").fill(PASSWORDS["director"])
    page.locator("main").get_by_role("button", name="登录").click()

    expect(page.get_by_text("尚未保存的内容已恢复")).to_be_visible()
    expect(page.get_by_label("议定", exact=True)).to_have_value("每人写一篇心得。")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("每人写一篇心得。")).to_be_visible()
    page.get_by_role("link", name="写纪要").click()
    expect(page.get_by_text("尚未保存的内容已恢复")).to_be_hidden()


def test_two_people_at_the_minutes_lose_nothing(visit):
    first, second = visit(390).sign_in("director"), visit(1280).sign_in("director")
    address = plan(first, "两人同写", 4)
    first.page.goto(address + "attendance/")
    first.page.get_by_role("button", name="保存").click()
    for visitor, text in ((first, "甲写的。"), (second, "乙写的。")):
        visitor.page.goto(address + "minutes/")
        visitor.page.get_by_label("议定", exact=True).fill(text)

    first.page.get_by_role("button", name="保存").click()
    expect(first.page.get_by_text("甲写的。")).to_be_visible()
    second.page.get_by_role("button", name="保存").click()

    expect(second.page.get_by_text("已先行改动")).to_be_visible()
    expect(second.page.get_by_text("甲写的。")).to_be_visible()
    expect(second.page.get_by_label("议定", exact=True)).to_have_value("乙写的。")
    second.picture("two_at_the_minutes")
    second.page.get_by_role("button", name="保存").click()
    expect(second.page.get_by_text("乙写的。")).to_be_visible()
    second.complaints = [each for each in second.complaints if "409" not in each]


def test_a_double_tap_files_one_meeting(visit):
    director = visit(390).sign_in("director")
    page = director.page
    page.goto(f"/organizations/{director.branch()}/meetings/new/")
    page.get_by_label("主题").fill("双击")
    page.get_by_label("日期").fill((today() - timedelta(days=5)).isoformat())

    page.get_by_role("button", name="保存").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("双击")
    page.goto(f"/organizations/{director.branch()}/meetings/?year={(today() - timedelta(days=5)).year}")

    expect(page.get_by_role("link", name="双击")).to_have_count(1)
