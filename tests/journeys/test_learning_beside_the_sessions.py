"""A workbook becomes a quiz that a member answers without JavaScript; a plan, a reflection and something to read."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import running_site
from tests.study.samples import HEADINGS, JUDGEMENT, MULTIPLE, SINGLE, xlsx
from zuji.foundation.clock import today

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("width", [390, 1280])]
WRONG = ("单选", "会刊是什么？", "《绥化民进》", "《民主》", "", "", "E", "")


@pytest.fixture(scope="module")
def site(tmp_path_factory, worker_id):
    """A demo of its own: these tests write."""
    with running_site(tmp_path_factory, worker_id) as address:
        yield address


def seen(visitor, name):
    """Look at the page, and say that nothing shuts anybody out."""
    visitor.picture(name)
    assert visitor.barriers() == [], name
    assert visitor.overflow() <= 0, name
    assert visitor.small_targets() == [], name


def at_home(visitor, path):
    visitor.page.goto(f"/organizations/{visitor.branch()}/{path}/")


def set_a_quiz(director, title):
    page = director.page
    at_home(director, "questions")
    content = xlsx(("会史题库",), HEADINGS, SINGLE, MULTIPLE, WRONG, JUDGEMENT)
    page.get_by_label("题库工作簿").set_input_files({"name": "题库.xlsx", "mimeType": "", "buffer": content})
    page.get_by_role("button", name="读入工作簿").click()
    expect(page.get_by_text("答案“E”不在选项之中。")).to_be_visible()
    seen(director, "question_import")
    if page.get_by_role("button", name="导入新题").count():
        page.get_by_role("button", name="导入新题").click()
        expect(page.get_by_text("已导入3道题。")).to_be_visible()
    at_home(director, "quizzes/new")
    page.get_by_label("标题").fill(title)
    page.get_by_label("截止日期").fill((today() + timedelta(days=30)).isoformat())
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_from_a_workbook_to_a_passed_quiz_without_javascript(visit, width, scheme):
    director, title = visit(width, color_scheme=scheme).sign_in("director"), f"会史测验（{width}，{scheme}）"
    address = set_a_quiz(director, title)

    member = visit(width, color_scheme=scheme).sign_in("member")
    plain = visit(width, java_script_enabled=False, storage_state=member.page.context.storage_state())
    page = plain.page
    page.goto(address)
    page.get_by_role("link", name="开始答题").click()
    plain.picture(f"quiz_answered_{scheme}")
    page.get_by_label("B. 1945年").check()
    for name in ("A. 马叙伦", "B. 王绍鏊", "C. 周建人"):
        page.get_by_label(name).check()
    page.get_by_label("对", exact=True).check()
    page.get_by_role("button", name="交卷").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("答对3题，共3题")

    member.page.goto(page.url)
    seen(member, f"quiz_attempt_{scheme}")
    member.page.goto(address)
    seen(member, f"quiz_of_a_member_{scheme}")
    director.page.goto(address)
    seen(director, f"quiz_of_all_{scheme}")
    director.page.get_by_role("link", name="打印试卷").click()
    director.page.get_by_role("link", name="带答案，供阅卷").click()
    seen(director, f"quiz_paper_{scheme}")


def test_a_plan_a_reflection_and_something_to_read(visit, width):
    city, director = visit(width).sign_in("city"), visit(width).sign_in("director")
    branch = director.branch()
    city.page.goto(f"/organizations/{branch - 1}/study-plan/")
    if not city.page.get_by_label("主题").is_visible():
        city.page.get_by_text("往计划里添一项").click()
    city.page.get_by_label("主题").fill(f"学习宪法（{width}）")
    city.page.get_by_role("button", name="添加").click()
    seen(city, "study_plan_of_the_committee")
    page = director.page
    at_home(director, "study-plan")
    seen(director, "study_plan_to_take_over")
    page.get_by_role("button", name="领受").click()
    expect(page.get_by_text("已领受。")).to_be_visible()
    seen(director, "study_plan_taken_over")

    at_home(director, "reflections/new")
    page.get_by_label("标题").fill(f"读会史有感（{width}）")
    page.get_by_label("学习心得").fill("会史很长，也很近。\n\n再读一遍，仍有所得。")
    page.get_by_label("本支部", exact=True).check()
    page.get_by_role("button", name="保存").click()
    page.get_by_role("button", name="交上去").click()
    page.get_by_role("button", name="同意会刊选用").click()
    seen(director, "reflection")

    at_home(director, "materials/new")
    page.get_by_label("标题").fill(f"宪法全文（{width}）")
    page.get_by_label("网址").fill("https://example.org/constitution")
    page.get_by_role("button", name="保存").click()
    seen(director, "material")
    at_home(director, "materials")
    seen(director, "materials_kept")
