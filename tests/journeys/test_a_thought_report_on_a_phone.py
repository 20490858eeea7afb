"""A branch chooses content; a member writes, the director reads, the member sees it at once and withdraws."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import running_site

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("width", [390, 1280])]
TEXT = "工作顺利，家中老人住院。"


@pytest.fixture(scope="module")
def site(tmp_path_factory, worker_id):
    """A demo of its own: these tests write."""
    with running_site(tmp_path_factory, worker_id) as address:
        yield address


def fit(visitor, name):
    visitor.picture(name)
    assert visitor.barriers() == [], name
    assert visitor.overflow() <= 0, name
    assert visitor.small_targets(44 if visitor.width == 390 else 24) == [], name


def choose_content(director):
    page = director.page
    page.goto(f"/organizations/{director.branch()}/thought-reports/")
    page.locator("main a[href$='/thought-reports/setting/']").click()
    page.locator("input[value=content]").check()
    page.locator("input[name=clause]").fill("支部会员大会决议")
    fit(director, "thought_reports_setting")
    page.locator("main form button").click()
    expect(page.locator(".message.success")).to_be_visible()


def test_a_report_from_writing_to_withdrawing(visit, width):
    director, member = visit(width).sign_in("director"), visit(width).sign_in("member")
    choose_content(director)
    page = member.page
    page.goto(f"/organizations/{member.branch()}/thought-reports/")
    page.locator("main a[href*='/thought-reports/new/']").click()
    fit(member, "thought_report_to_write")
    page.locator("textarea").fill(TEXT)
    assert page.evaluate("JSON.stringify([localStorage, sessionStorage])").count(TEXT[:4]) == 0
    page.locator("input[name=agrees]").check()
    page.locator("main form button").last.click()
    expect(page.locator(".message.success")).to_be_visible()
    fit(member, "thought_reports_own")

    reader = director.page
    reader.goto("/thought-reports/received/")
    fit(director, "thought_reports_received")
    reader.locator("main li a").first.click()
    expect(reader.get_by_text(TEXT)).to_be_visible()
    fit(director, "thought_report_read")
    name = reader.locator("h1").inner_text()

    page.goto("/thought-reports/")
    expect(page.locator("main li").first).not_to_contain_text(TEXT[:4])
    assert page.locator("main li").first.locator("small").count() == 3
    page.locator("main li a[href$='/withdrawal/']").first.click()
    fit(member, "thought_report_to_withdraw")
    page.locator("main form button").last.click()
    expect(page.locator(".message.success")).to_be_visible()

    reader.reload()
    expect(reader.get_by_text(TEXT)).to_have_count(0)
    assert "410 (Gone)" in director.complaints.pop()
    assert name not in reader.title()
    for visitor in (director, member):
        kept = visitor.page.evaluate("JSON.stringify([localStorage, sessionStorage])")
        assert TEXT[:4] not in kept


def test_the_overview_of_half_a_year(visit, width):
    director = visit(width).sign_in("director")
    page = director.page
    page.goto(f"/organizations/{director.branch()}/thought-overviews/")
    page.locator("main a.button").first.click()
    page.locator("textarea").fill("思想稳定，工作积极。")
    fit(director, "thought_overview_to_write")
    page.locator("main form button").last.click()
    expect(page.get_by_text("思想稳定，工作积极。")).to_be_visible()
    fit(director, "thought_overviews")
