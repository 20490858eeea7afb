"""A proposal of three members from the first draft to the city's verdict, and the rate of a year that just missed."""

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


def step(page, name, **fields):
    """Enter one step: its button, then what its form asks."""
    page.get_by_role("link", name=name, exact=True).click()
    page.wait_for_url("**/steps/**")
    if page.get_by_label("不予立案的理由").count():
        page.get_by_label("不予立案的理由").select_option(label="内容空泛，没有具体建议")
    for label, value in fields.items():
        page.get_by_label(label).fill(value)
    page.get_by_role("button", name="保存").click()


def test_three_members_one_proposal_and_the_citys_verdict(visit, width):
    director, member = visit(width).sign_in("director"), visit(width, color_scheme="dark").sign_in("member")
    page, branch = director.page, director.branch()
    subject = f"关于完善校园周边交通的提案（{width}）"
    page.goto(f"/organizations/{branch}/proposals/new/")
    page.get_by_label("案由").fill(subject)
    page.get_by_label("情况", exact=False).first.fill("上下学时校门口拥堵。")
    page.get_by_label("建议", exact=False).first.fill("错峰放学\n设临时单行道")
    fit(director, "proposal_to_write")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(subject)
    address = page.url
    fit(director, "proposal_draft")
    assert member.page.goto(address).status == 404

    page.get_by_text("代会员登记署名").click()
    choices = page.get_by_label("会员").locator("option").all_inner_texts()
    for name in [choice for choice in choices if choice not in ("---------", "蒙秀英")][:2]:
        if not page.get_by_label("会员").is_visible():
            page.get_by_text("代会员登记署名").click()
        page.get_by_label("会员").select_option(label=name)
        page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("listitem").filter(has_text="联名人")).to_have_count(2)
    step(page, "已提交")
    expect(page.get_by_text("联名").first).to_be_visible()
    fit(director, "proposal_submitted")
    page.goto(f"/organizations/{branch}/proposals/?year={today().year}")
    expect(page.get_by_role("link", name=subject)).to_have_count(1)

    city = visit(width).sign_in("city")
    city.page.goto(address)
    step(city.page, "不立案", 作出决定的单位="市政协提案委员会", 理由或说明="内容可再具体")
    fit(city, "proposal_at_the_city")
    page.goto(address)
    expect(page.get_by_text("市政协提案委员会").first).to_be_visible()
    member.page.goto(address)
    expect(member.page.get_by_text("市政协提案委员会").first).to_be_visible()
    fit(member, "proposal_of_the_branch")


def test_eleven_of_thirteen_is_missed(visit, width):
    member = visit(width).sign_in("member")
    branch = member.branch()
    rate = f"/organizations/{branch}/proposals/rate/?year=2018"
    member.page.goto(rate)
    if "11 ÷ 13" not in member.page.content():
        page = visit(width).sign_in("director").page
        filed = f"/organizations/{branch}/proposals/?year=2018&group=filed"
        page.goto(filed)
        page.locator("main .lines a").nth(0).click()
        step(page, "撤案", 理由或说明="问题已解决")
        page.goto(filed)
        page.locator("main .lines a").nth(0).click()
        step(page, "并案", 作出决定的单位="市政协提案委员会", 或并入外面的提案="0045", 理由或说明="原登记有误")
        member.page.goto(rate)

    verdict = member.page.get_by_role("region", name="按条文判定")
    expect(verdict).to_contain_text("11 ÷ 13 ＝ 84.6%")
    expect(verdict.locator(".state-missed")).to_be_visible()
    fit(member, "filing_rate")
    member.page.goto(f"/organizations/{branch}/proposals/people/?year=2018")
    fit(member, "one_proposal_each")
    member.page.goto(f"/organizations/{branch}/proposals/?year=2018")
    fit(member, "proposals")
    member.page.goto(f"/organizations/{branch}/proposals/materials/new/")
    fit(member, "proposal_material_to_write")
