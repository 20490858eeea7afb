"""A head contacts, visits and answers from a phone; Enter presses nobody's button; the member reads what is kept."""

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


def look_at(visitor, name):
    """Keep a picture in the light and in the dark, and let nobody be shut out."""
    for scheme in ("light", "dark"):
        visitor.page.emulate_media(color_scheme=scheme)
        visitor.picture(f"{name}_{scheme}")
        assert visitor.barriers() == [], name
    visitor.page.emulate_media(color_scheme="light")
    assert visitor.overflow() <= 0, name
    assert visitor.small_targets() == [], name


def test_enter_in_the_contact_form_presses_nobodys_button(visit, width):
    director = visit(width).sign_in("director")
    page = director.page
    page.goto(f"/organizations/{director.branch()}/contacts/")
    waiting = page.locator("main p.muted").first.inner_text()

    page.get_by_label("日期").press("Enter")

    expect(page.get_by_text("请点姓名旁的按钮。")).to_be_visible()
    page.goto(f"/organizations/{director.branch()}/contacts/")
    assert page.locator("main p.muted").first.inner_text() == waiting


def test_a_quarter_of_contacts_with_a_talk_a_visit_and_a_request(visit, width):
    director, member = visit(width).sign_in("director"), visit(width).sign_in("member")
    page, branch = director.page, director.branch()

    page.goto(f"/organizations/{branch}/contact-assignments/")
    look_at(director, "contact_assignments_suggested")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("已保存联系分工。")).to_be_visible()

    page.get_by_label("类别").select_option(label="谈心谈话")
    page.get_by_role("button", name="记一次").first.click()
    expect(page.get_by_text("谈心谈话").first).to_be_visible()
    look_at(director, "contacts_shared_out")

    if width == 390:
        page.goto(f"/organizations/{branch}/visits/new/")
        page.get_by_label("会员", exact=True).select_option(index=2)
        page.get_by_label("患病").check()
        page.get_by_label("得知日期").fill(today().isoformat())
        page.get_by_role("button", name="保存").click()
    else:
        page.goto(f"/organizations/{branch}/visits/new/")
        page.get_by_label("会员", exact=True).select_option(index=3)
        page.get_by_label("退休").check()
        page.get_by_role("button", name="保存").click()
    look_at(director, "visits_called_for")
    page.get_by_role("button", name="已走访").first.click()
    expect(page.get_by_text("走访慰问").first).to_be_visible()
    look_at(director, "visits_made")

    asked = f"希望会议改在周末（{width}）"
    member.page.goto(f"/organizations/{branch}/requests/")
    member.page.get_by_role("link", name="向支部提出诉求").click()
    member.page.get_by_label("诉求内容").fill(asked)
    member.page.get_by_role("button", name="提交").click()
    expect(member.page.get_by_text(asked)).to_be_visible()
    address = member.page.url

    page.goto(f"/organizations/{branch}/requests/")
    look_at(director, "requests_waiting")
    page.get_by_role("link", name=asked).click()
    page.get_by_label("答复").fill("下月起改在周六上午。")
    look_at(director, "request_to_answer")
    page.get_by_role("button", name="答复").click()

    member.page.goto(address)
    expect(member.page.get_by_text("下月起改在周六上午。")).to_be_visible()
    look_at(member, "request_answered")
    member.page.get_by_role("button", name="已经解决").click()
    expect(member.page.get_by_text("已解决")).to_be_visible()

    page.goto(f"/organizations/{branch}/requests/new/?for=other")
    page.get_by_label("会员", exact=True).select_option(index=2)
    page.get_by_label("诉求内容").fill(f"电话里提到的事（{width}）")
    page.get_by_role("button", name="提交").click()
    look_at(director, "request_entered_for_another")

    member.page.goto("/me/kept/")
    expect(member.page.get_by_text(asked)).to_be_visible()
    look_at(member, "kept_about_a_member")
