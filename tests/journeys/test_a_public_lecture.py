"""A lecture from the topic library to the target: planned, announced to a stranger, held with its proof."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import running_site
from tests.journeys.test_contacts_on_a_phone import look_at
from zuji.foundation.clock import today

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("width", [390, 1280])]


@pytest.fixture(scope="module")
def site(tmp_path_factory, worker_id):
    """A demo of its own: these tests write."""
    with running_site(tmp_path_factory, worker_id) as address:
        yield address


def given_so_far(page):
    return int(re.findall(r"(\d+) / 40 场", page.locator(".track b").inner_text())[0])


def test_from_the_library_to_the_target(visit, width):
    director, stranger = visit(width).sign_in("director"), visit(width)
    page, branch, topic = director.page, director.branch(), f"高考志愿怎么填（{width}）"

    page.goto(f"/organizations/{branch}/lectures/?year=2018")
    assert given_so_far(page) == 40
    look_at(director, "lectures_of_2018")
    page.goto(f"/organizations/{branch}/lecture-topics/")
    look_at(director, "topics_none" if width == 390 else "topics")
    page.locator("#id_title").fill(topic)
    page.locator("#id_category").select_option(label="职业生涯规划")
    page.locator("#id_outline").fill("一、看清形势\n二、认识自己\n三、填好志愿")
    page.get_by_role("button", name="保存").click()
    look_at(director, "topic")

    page.get_by_role("link", name="安排讲座").click()
    look_at(director, "lecture_to_plan")
    later = today() + timedelta(days=9)
    page.locator("#id_held_on").fill(later.isoformat())
    page.locator("#id_starts_at").fill("14:00")
    page.locator("#id_host").fill("绥化市第一中学")
    page.locator("#id_venue").fill("报告厅")
    page.get_by_role("checkbox").first.check()
    page.locator("#id_audience_kind").select_option(label="学生")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", name=topic)).to_be_visible()
    look_at(director, "lecture_planned")
    with page.expect_download() as sheet:
        page.get_by_role("link", name="邀请函（PDF）").click()
    assert sheet.value.path().read_bytes().startswith(b"%PDF")

    stranger.page.goto(f"/organizations/{branch}/public-lectures/")
    assert stranger.page.get_by_text(topic).count() == 0
    page.get_by_role("link", name="公开预告").click()
    page.get_by_label("已在公开页").check()
    look_at(director, "lecture_to_publish")
    page.get_by_role("button", name="保存").click()
    stranger.page.goto(f"/organizations/{branch}/public-lectures/")
    expect(stranger.page.get_by_text(topic)).to_be_visible()
    look_at(stranger, "public_lectures")

    page.get_by_role("link", name="修改", exact=True).click()
    page.locator("#id_held_on").fill(today().isoformat())
    page.get_by_role("button", name="保存").click()
    page.get_by_role("link", name="讲完了，登记人数").click()
    page.locator("#id_audience_count").fill("120")
    page.get_by_label("签到表或人数证明").check()
    look_at(director, "lecture_proof")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("佐证 1 / 2 项")).to_be_visible()
    look_at(director, "lecture_short_of_proof")
    page.get_by_role("link", name="人数与佐证").click()
    page.get_by_label("课件").check()
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("还差什么")).to_have_count(0)

    page.goto(f"/organizations/{branch}/lectures/?year={today().year}")
    shown = given_so_far(page)
    assert shown == (1 if width == 390 else 2)
    look_at(director, "lectures_of_this_year")
    page.goto(f"/organizations/{branch}/timeline/?year={today().year}")
    expect(page.get_by_text(topic).first).to_be_visible()
    page.goto(f"/organizations/{branch}/duties/R15/2018/")
    assert "40" in page.locator("main").inner_text()
    assert director.complaints == []


def test_the_committees_activity_is_tapped_in_by_the_branch(visit, width):
    city, director = visit(width).sign_in("city"), visit(width).sign_in("director")
    name = f"送教下乡（{width}）"

    city.page.goto("/organizations/")
    city.page.get_by_role("link", name="社会服务活动").click()
    look_at(city, "service_activities_of_the_committee")
    city.page.locator("#id_name").fill(name)
    city.page.locator("#id_held_on").fill(today().isoformat())
    city.page.get_by_role("button", name="保存").click()
    expect(city.page.get_by_text(name)).to_be_visible()

    page = director.page
    page.goto(f"/organizations/{director.branch()}/service-activities/")
    look_at(director, "service_activities")
    page.get_by_role("link", name=f"谁到了？ {name}").click()
    look_at(director, "service_attendance")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("listitem").filter(has_text=name)).to_contain_text("实到")
