"""Research from its topic to the sign-off; the board counts it; and one picture leads to a leader's instruction."""

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


def save(page):
    page.locator("main form button.primary").first.click()


def test_a_branchs_research_and_what_came_of_it(visit, width):
    director = visit(width).sign_in("director")
    page, branch, day = director.page, director.branch(), today().isoformat()
    title = f"乡镇学校心理教师配备调研（{width}）"

    page.goto(f"/organizations/{branch}/research/new/")
    page.locator("#id_title").fill(title)
    page.locator("#id_chosen_on").fill(day)
    for place in range(5):
        page.locator("input[name=participants]").nth(place).check()
    look_at(director, "research_to_begin")
    save(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    project = page.url

    page.goto(f"{project}stops/new/")
    page.locator("#id_place").fill("某镇中心校")
    page.locator("#id_on").fill(day)
    page.locator("#id_notes").fill("全镇六百名学生，没有专职心理教师。")
    page.locator("#id_has_consent").check()
    look_at(director, "research_stop")
    save(page)
    page.goto(f"{project}report/")
    for area in page.locator("main textarea").all():
        area.fill("走访三所学校，座谈两次，回收问卷四百份。")
    look_at(director, "research_report_to_write")
    save(page)
    page.goto(f"{project}sign-off/")
    page.locator("input[name=is_collective][value=yes]").check()
    save(page)
    expect(page.get_by_text("已签发").or_(page.get_by_text("签发于")).first).to_be_visible()
    look_at(director, "research_signed_off")

    # an info is written from it, sent, and instructed on
    page.goto(f"/organizations/{branch}/infos/new/?source=research_project:{project.rstrip('/').rpartition('/')[2]}")
    page.locator("#id_title").fill(f"关于配齐乡镇心理教师的建议（{width}）")
    page.locator("#id_situation").fill(f"调研的{width}名学生中，近三成说没有人可以倾诉。")
    save(page)
    info = page.url
    page.locator("#id_is_clear").check()
    page.locator("form[action$='/submission/'] button").click()
    page.goto(f"{info}sending/")
    save(page)
    page.goto(f"{info}outcomes/")
    page.locator("input[name=kind][value=instructed]").check()
    page.locator("#id_body").fill("市委书记")
    save(page)

    page.goto(project)
    page.get_by_role("link", name="成果转化链").click()
    chain = page.locator("main")
    for said in (title, "关于配齐乡镇心理教师的建议", "市委书记", "批示"):
        expect(chain).to_contain_text(said)
    look_at(director, "chain_of_research")

    page.goto(f"/organizations/{branch}/duties/R14/{today().year}/")
    expect(page.locator("main")).to_contain_text("达到")
