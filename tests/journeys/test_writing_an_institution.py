"""A director drafts a text: the editor reads along, names line and reason, and nothing typed is lost."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey
WRONG = """# 考评奖惩办法

第一条 每月报送信息。

```duty more-infos 多报信息
支部 没月 报送社情民意信息 ≥ 8 条
```
"""


def begin_draft(visitor):
    page = visitor.page
    page.goto(f"/organizations/{visitor.branch()}/institutions/")
    page.get_by_role("link", name="考评奖惩办法").click()
    page.get_by_role("button", name="起草新版本").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("修改草案")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_editor_reads_along_while_one_writes(visit, width):
    director = visit(width).sign_in("director")
    begin_draft(director)
    page = director.page
    text = page.get_by_label("正文")

    text.fill(WRONG)
    expect(page.get_by_text("第6行“没月”看不懂")).to_be_visible()
    assert director.barriers() == []
    director.picture("editor_with_a_mistake")

    text.fill(text.input_value().replace("没月", "每月"))
    expect(page.get_by_role("heading", name="由此产生 1 项职责")).to_be_visible()
    expect(page.locator("#check")).to_contain_text("≥ 8 条")
    assert director.barriers() == []
    director.picture("editor")

    page.get_by_role("button", name="保存草案").click()
    expect(page.get_by_text("第一条")).to_be_visible()
    expect(page.get_by_text("草案", exact=True).first).to_be_visible()
    director.picture("draft")


def test_two_people_at_one_draft_lose_nothing(visit):
    director = visit().sign_in("director")
    begin_draft(director)
    address = director.page.url
    other = visit().sign_in("director")
    other.page.goto(address)
    other.page.get_by_label("正文").fill("# 考评奖惩办法\n\n第一条 另一个人先保存。\n")
    other.page.get_by_role("button", name="保存草案").click()
    expect(other.page.get_by_text("另一个人先保存")).to_be_visible()

    director.page.get_by_label("正文").fill("# 考评奖惩办法\n\n第一条 我写的还在。\n")
    director.page.get_by_role("button", name="保存草案").click()

    expect(director.page.get_by_text("其间另有他人保存了这份草案")).to_be_visible()
    expect(director.page.get_by_text("另一个人先保存")).to_be_visible()
    assert "我写的还在" in director.page.get_by_label("正文").input_value()
    director.complaints = [each for each in director.complaints if "409" not in each]


def test_without_javascript_everything_works(visit):
    director = visit(390, java_script_enabled=False).sign_in("director")
    page = director.page

    expect(page.get_by_role("heading", level=1)).to_have_text("2018年看板")
    page.get_by_label("截至").fill("2018-09-18")
    page.get_by_role("button", name="查看").click()
    expect(page.get_by_text("截至2018年9月18日")).to_be_visible()

    page.get_by_role("button", name="A+").click()
    expect(page.locator("html")).to_have_class("text-125")

    begin_draft(director)
    page.get_by_label("正文").fill("第一条 没有标题。\n")
    page.get_by_role("button", name="检查").click()
    expect(page.get_by_text("没有标题：第一行应写 # 和制度名称")).to_be_visible()
    assert page.get_by_label("正文").input_value().startswith("第一条 没有标题。")
