"""A study session planned like the last of its series, signed into from a phone, held and written down."""

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


def fit(visitor, name):
    visitor.picture(name)
    assert visitor.barriers() == [], name
    assert visitor.overflow() <= 0, name
    assert visitor.small_targets() == [], name


def light(fresh, address):
    """The page of entry comes, on a phone that was never here, in six requests and sixty kilobytes at most."""
    fresh.page.goto(address)
    fresh.page.wait_for_load_state("networkidle")
    sizes = [answer.request.sizes() for answer in fresh.answers]
    assert len(fresh.answers) <= 6
    assert sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) <= 60_000


def test_a_session_from_its_series_to_its_record(visit, width):
    director, member = visit(width).sign_in("director"), visit(width, color_scheme="dark").sign_in("member")
    page = director.page
    topic = f"会史学习（{width}）"
    page.goto(f"/organizations/{director.branch()}/study-sessions/new/?kind=history")
    page.get_by_label("主题").fill(topic)
    page.get_by_label("日期").fill(today().isoformat())
    page.get_by_label("开始时间").fill("09:00")
    page.get_by_label("结束时间").fill("10:30")
    page.get_by_label("主讲").select_option(label="陈桂英")
    fit(director, "session_to_plan")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(topic)
    address = page.url
    page.get_by_role("button", name="通知已发出").click()
    expect(page.get_by_text("迟了3天")).to_be_visible()
    fit(director, "session_planned")

    page.get_by_role("link", name="签到码").click()
    page.get_by_role("button", name="开放签到").click()
    code = page.locator(".code-now").inner_text()
    fit(director, "sign_in_code")
    member.page.goto(f"{address}sign-in/?code={code}")
    fit(member, "sign_in_member")
    member.page.get_by_role("button", name="我到了").click()
    expect(member.page.get_by_text("签到成功")).to_be_visible()
    fit(member, "session_signed_in")
    page.get_by_role("link", name="显示当前签到码").click()
    expect(page.get_by_text("已签到 1 人")).to_be_visible()

    light(visit(width, storage_state=page.context.storage_state()), f"{address}attendance/")
    page.goto(f"{address}attendance/")
    expect(page.get_by_role("group", name="陈桂英")).to_contain_text("已签到")
    page.get_by_role("group", name="张红霞").click(click_count=1)
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("应到 13 人，实到 13 人")).to_be_visible()
    page.get_by_role("link", name="写学习记录").click()
    page.get_by_label("学习记录").fill("学习《足迹》第一章。\n讨论热烈。")
    fit(director, "session_record_form")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("讨论热烈。")).to_be_visible()
    fit(director, "session_held")
    page.goto(f"/organizations/{director.branch()}/study-sessions/?year={today().year}")
    page.get_by_text("学时", exact=True).click()
    expect(page.get_by_role("listitem").filter(has_text="陈桂英")).to_contain_text("4" if width == 390 else "8")
    fit(director, "sessions_with_hours")
