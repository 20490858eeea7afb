"""Somebody telephones that they cannot come, and the list begins with it; one's own days come to the telephone."""

import pytest
from icalendar import Calendar
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


def plan(page, branch, name):
    page.goto(f"/organizations/{branch}/service-activities/")
    page.locator("#id_name").fill(name)
    page.locator("#id_held_on").fill(today().isoformat())
    page.locator("main form button.primary").last.click()


def test_leave_is_entered_granted_and_on_the_list(visit, width):
    director = visit(width).sign_in("director")
    page, branch = director.page, director.branch()
    name = f"社区义诊（{width}）"
    plan(page, branch, name)
    page.get_by_role("link", name=name).first.click()
    activity = page.url

    page.get_by_role("link", name="请假", exact=True).click()
    look_at(director, "activity_leave")
    page.get_by_role("link", name="代人请假").click()
    page.locator("#id_member").select_option(index=3)
    page.locator("input[name=kind][value=official_leave]").check()
    page.locator("main form button.primary").click()
    page.goto(activity)
    page.get_by_role("link", name="谁到了").click()
    expect(page.locator("main")).to_contain_text("待批请假")
    page.get_by_role("link", name="待批请假").click()
    page.get_by_role("button", name="准假").click()
    look_at(director, "activity_leave_granted")

    page.goto(activity)
    page.get_by_role("link", name="谁到了").click()
    expect(page.locator("main input[value=official_leave]:checked")).to_have_count(1)
    page.locator("main form button.primary").click()
    page.goto(activity)
    expect(page.locator("main")).to_contain_text("请假 1 人")
    expect(page.locator("main")).to_contain_text("1 人不计入应到")
    look_at(director, "activity_with_leave")


def test_ones_own_days_come_to_the_telephone(visit, width):
    director = visit(width).sign_in("director")
    page, name = director.page, f"敬老院慰问（{width}）"
    plan(page, director.branch(), name)
    page.goto("/me/calendar/")
    look_at(director, "own_calendar")
    page.get_by_role("button", name="生成").click()
    look_at(director, "own_calendar_made")
    address = page.get_by_text("/calendars/").inner_text()

    calendar = Calendar.from_ical(page.request.get(address).body())

    assert name in [str(event["summary"]) for event in calendar.walk("VEVENT")]
    page.get_by_role("button", name="停用").click()
    assert page.request.get(address).status == 404
