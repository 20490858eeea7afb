"""An info from the draft to the leader's instruction: ladder, tables, member's page and board all agree."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import running_site
from tests.journeys.test_contacts_on_a_phone import look_at
from zuji.foundation.clock import today

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("width", [390, 1280])]
TEXT = "学生放学时校门口{}米内没有人行横道，家长车辆占道停放，孩子在车流中穿行，近半年已发生三起剐蹭。"


@pytest.fixture(scope="module")
def site(tmp_path_factory, worker_id):
    """A demo of its own: these tests write."""
    with running_site(tmp_path_factory, worker_id) as address:
        yield address


def save(visitor):
    visitor.page.locator("main").get_by_role("button", name="保存").click()


def hand_in(visitor, title, text):
    """Write one and hand it in; gives its address."""
    page = visitor.page
    page.goto(f"/organizations/{visitor.branch()}/infos/new/")
    page.get_by_label("标题").fill(title)
    page.get_by_label("情况与问题").fill(text)
    save(visitor)
    page.get_by_label("不含国家秘密、工作秘密和他人隐私。").check()
    page.get_by_role("button", name="交给支部").click()
    expect(page.get_by_text("已交支部").first).to_be_visible()
    return page.url


def test_from_the_draft_to_the_instruction(visit, width):
    member, director, city = (visit(width).sign_in(name) for name in ("member", "director", "city"))
    page, branch = member.page, member.branch()
    title, sent_on = f"关于第{width}路口行人安全的建议", today() - timedelta(days=60)

    # a dropped network loses nothing
    page.goto(f"/organizations/{branch}/infos/new/")
    page.get_by_label("标题").fill(title)
    page.get_by_label("情况与问题").fill(TEXT.format(width))
    page.context.set_offline(True)
    save(member)
    page.context.set_offline(False)
    page.goto(f"/organizations/{branch}/infos/new/")
    expect(page.get_by_label("标题")).to_have_value(title)
    look_at(member, "info_to_write")
    save(member)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    look_at(member, "info_draft")
    page.get_by_role("button", name="交给支部").click()
    expect(page.get_by_text("走纸质渠道")).to_be_visible()
    page.get_by_label("不含国家秘密、工作秘密和他人隐私。").check()
    page.get_by_role("button", name="交给支部").click()
    expect(page.get_by_text("已交支部").first).to_be_visible()
    address = page.url

    # checked, signed and sent: it went two months ago and is entered now
    director.page.goto(address)
    director.page.get_by_role("link", name="核对、签发并报送").click()
    director.page.get_by_label("报送日期").fill(sent_on.isoformat())
    look_at(director, "info_to_send")
    director.page.get_by_role("button", name="签发并报送").click()
    expect(director.page.get_by_text("已报送").first).to_be_visible()

    # the same text again: 查重 warns, and asks why
    second = hand_in(member, f"再谈第{width}路口", TEXT.format(width))
    director.page.goto(second)
    director.page.get_by_role("link", name="核对、签发并报送").click()
    expect(director.page.get_by_text("内容相同")).to_be_visible()
    director.page.get_by_role("button", name="签发并报送").click()
    expect(director.page.get_by_text("请说明理由").first).to_be_visible()
    look_at(director, "info_like_another")
    director.page.get_by_label("仍要报送的理由").fill("补充了交警部门的数据")
    director.page.get_by_role("button", name="签发并报送").click()
    expect(director.page.get_by_text("已报送").first).to_be_visible()

    # the city adopts it, and a leader instructs
    for kind, body in (("单篇采用", "市政协"), ("批示", "市委书记")):
        city.page.goto(address)
        city.page.get_by_role("link", name="登记结果").click()
        city.page.get_by_label(kind).check()
        city.page.get_by_label("哪个单位").fill(body)
        save(city)
        expect(city.page.locator(".timeline")).to_contain_text(body)
    look_at(city, "info_ladder_at_the_city")

    # and passes it on: the branch sees where it went, and closes it when nothing more is expected
    city.page.get_by_role("link", name="转报").click()
    city.page.get_by_label("转报其他单位").fill("省政协")
    save(city)
    expect(city.page.locator(".timeline")).to_contain_text("→ 省政协")
    director.page.goto(address)
    director.page.get_by_role("button", name="办结").click()
    expect(director.page.get_by_role("button", name="重新打开")).to_be_visible()
    look_at(director, "info_closed")

    page.goto(address)
    ladder = page.locator(".timeline li b").all_inner_texts()
    assert ladder == ["撰写", "已交支部", "已核对", "已签发", "已报送", "单篇采用", "批示", "转报", "已办结"]
    look_at(member, "info_ladder")

    month = f"/organizations/{branch}/infos/tables/?year={today().year}&month={today().month}"
    director.page.goto(month)
    expect(director.page.get_by_role("table", name="采用台账")).to_contain_text("市委书记")
    look_at(director, "info_tables")
    with director.page.expect_download() as workbook:
        director.page.get_by_role("link", name="导出表格").click()
    assert workbook.value.suggested_filename.endswith(".xlsx")
    director.page.goto(f"/organizations/{branch}/infos/tables/?year={sent_on.year}&month={sent_on.month}")
    expect(director.page.get_by_role("table", name="报送台账")).to_contain_text(title)

    # it was entered late, so it counts once somebody else has confirmed it; what was sent today counts at once
    page.goto(f"/me/?year={today().year}")
    expect(page.locator("main")).to_contain_text(f"再谈第{width}路口")
    director.page.goto(f"/organizations/{branch}/duties/R13/{today().year}/{today().year}-{today().month:02d}/")
    expect(director.page.locator("main")).to_contain_text(f"再谈第{width}路口")
