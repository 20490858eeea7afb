"""The committee writes the year's plan, a branch takes it over and adds its own; tasks are issued and studied."""

from datetime import date
from urllib.parse import quote

import pytest
from django.urls import reverse

from tests.recording import small_branch, standing_kinds
from tests.site.pages import Page
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.operations.verification import differences
from zuji.organizations.actions import add_organization
from zuji.study import actions
from zuji.study.models import StudyPlan, StudyPlanItem, StudyTask, StudyTaskCompletion
from zuji.study.queries.plans import plan_above, plan_page, task_lines

pytestmark = pytest.mark.django_db
YEAR, ON, LATER = 2019, date(2019, 2, 10), date(2019, 6, 1)


@pytest.fixture
def home():
    return small_branch()


def add(organization, topic, *, month=3, kind="monthly"):
    return actions.add_item(organization, year=YEAR, topic=topic, month=month, kind=kind).record


def adopt(home, on=ON):
    return actions.adopt_plan(home.branch, year=YEAR, on=on)


def told(items):
    return [(item.topic, item.parent_item_id is not None) for item in items]


# The plan


def test_a_branch_takes_the_committees_plan_over_and_adds_its_own(home):
    add(home.city, "学习宪法", month=3)
    add(home.city, "学习两会精神", month=4)
    adopt(home)
    add(home.branch, "读会史", month=4)

    assert told(plan_page(home.branch, YEAR).items) == [("学习宪法", True), ("学习两会精神", True), ("读会史", False)]


def test_taken_over_twice_is_the_same(home):
    add(home.city, "学习宪法")

    first, again = adopt(home), adopt(home, on=LATER)

    assert (first.is_changed, again.is_changed) == (True, False)
    assert StudyPlan.objects.get(organization=home.branch).adopted_on == ON
    assert StudyPlanItem.objects.filter(plan__organization=home.branch).count() == 1
    assert standing_kinds() == ["study_plan.adopted"]


def test_what_the_committee_adds_later_shows_as_new_to_be_taken_over(home):
    add(home.city, "学习宪法")
    adopt(home)
    add(home.city, "学习新条例", month=9)

    assert [item.topic for item in plan_page(home.branch, YEAR).new] == ["学习新条例"]
    adopt(home, on=LATER)

    page = plan_page(home.branch, YEAR)
    assert page.new == []
    assert told(page.items) == [("学习宪法", True), ("学习新条例", True)]
    assert page.plan.adopted_on == ON


def test_taking_over_leaves_one_footprint_of_the_branch_about_the_committees_plan(home):
    add(home.city, "学习宪法")
    add(home.branch, "读会史")
    assert standing_kinds() == []

    adopt(home)

    footprint = Footprint.objects.standing().get()
    parent = StudyPlan.objects.get(organization=home.city)
    assert (footprint.kind, footprint.credit, footprint.happened_on) == ("study_plan.adopted", "branch", ON)
    assert footprint.about == f"study_plan:{parent.pk}"
    assert list(differences()) == []


def test_what_came_from_the_committee_is_read_only_in_the_branch(home):
    item = add(home.city, "学习宪法")
    adopt(home)

    with pytest.raises(ZujiError, match="这是上级计划的内容，不能改动。"):
        actions.remove_item(StudyPlanItem.objects.get(parent_item=item))
    with pytest.raises(ZujiError, match="已有支部领受了这一项，所以不能删去。"):
        actions.remove_item(item)
    actions.remove_item(add(home.branch, "读会史"))

    assert StudyPlanItem.objects.count() == 2


def test_the_same_said_twice_is_once(home):
    assert add(home.branch, "读会史") == add(home.branch, " 读会史 ")
    assert add(home.branch, "读会史") != add(home.branch, "读会史", month=4)


def test_a_topic_of_its_own_may_be_called_like_the_committees(home):
    add(home.city, "学习宪法")
    add(home.branch, "学习宪法")
    adopt(home)

    assert told(plan_page(home.branch, YEAR).items) == [("学习宪法", False), ("学习宪法", True)]


def test_without_a_committees_plan_there_is_nothing_to_take_over(home):
    with pytest.raises(ZujiError, match="上级还没有这一年的计划。"):
        adopt(home)
    assert not StudyPlan.objects.exists()


def test_the_nearest_committee_that_has_a_plan_is_taken(home):
    province = add_organization(name="省委会", level="provincial")
    city = add_organization(name="另一市委会", level="city", parent=province)
    branch = add_organization(name="三支部", level="branch", parent=city)
    add(province, "省里的")
    assert plan_above(branch, YEAR).organization == province

    add(city, "市里的")

    assert plan_above(branch, YEAR).organization == city
    assert plan_above(branch, YEAR + 1) is None


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"topic": "  "}, "topic", "请写明学习什么。"),
        ({"month": 13}, "month", "没有这个月份。"),
        ({"month": 0}, "month", "没有这个月份。"),
        ({"kind": "party"}, "kind", "没有这种活动。"),
        ({"year": 218}, "year", "218"),
    ],
)
def test_what_cannot_be_planned_is_refused_at_its_field(home, said, field, sentence):
    with pytest.raises(RecordingError) as refused:
        actions.add_item(home.branch, **({"year": YEAR, "topic": "读会史", "month": 3, "kind": "monthly"} | said))

    assert refused.value.field == field
    assert sentence in str(refused.value) or field == "kind"


# Tasks


def issue(home, **said):
    fields = {"material": "宪法修正案", "issued_on": date(2019, 3, 1), "due_on": date(2019, 3, 31)} | said
    return actions.issue_task(home.city, **fields).record


def test_a_task_opens_a_window_under_a_number_of_its_own(home):
    issue(home)
    issue(home, material="两会精神")

    assert sorted(StudyTask.objects.values_list("code", flat=True)) == ["TK20190301", "TK20190301-2"]
    assert standing_kinds() == ["study_task.issued", "study_task.issued"]


def test_a_double_tap_issues_one_task(home):
    assert issue(home) == issue(home, material=" 宪法修正案 ")
    assert StudyTask.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"material": " "}, "material"),
        ({"due_on": date(2019, 2, 1)}, "due_on"),
        ({"due_on": date(2022, 1, 1)}, "due_on"),
        ({"issued_on": date(219, 3, 1)}, "issued_on"),
    ],
)
def test_a_task_that_cannot_be_is_refused_at_its_field(home, said, field):
    with pytest.raises(RecordingError) as refused:
        issue(home, **said)
    assert refused.value.field == field


def studied(home, on, today=LATER):
    task = issue(home)
    return actions.complete_task(home.branch, task=task, studied_on=on, evidence="", today=today)


def test_a_branch_notes_when_it_studied_a_task_and_corrects_it(home):
    studied(home, date(2019, 3, 20))
    studied(home, date(2019, 3, 21))

    assert [line.completion.studied_on for line in task_lines(home.branch, YEAR)] == [date(2019, 3, 21)]
    assert Footprint.objects.standing().get(kind="study_task.studied").happened_on == date(2019, 3, 21)
    assert list(differences()) == []


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (date(2019, 6, 2), "这一天还没有到。"),
        (date(2019, 2, 28), "那天任务还没有下达。"),
        (date(2019, 3, 20), "2019-05"),
        (date(219, 3, 20), "219"),
    ],
)
def test_a_day_on_which_it_cannot_have_been_studied_is_refused(home, on, sentence):
    home.branch.founded_month = "2019-05"
    home.branch.save()

    with pytest.raises(RecordingError) as refused:
        studied(home, on)

    assert refused.value.field == "studied_on"
    assert sentence in str(refused.value)
    assert not StudyTaskCompletion.objects.exists()


# Pages


def plan_url(organization, year=2018):
    return f"{reverse('study:plan-detail', args=[organization.pk])}?year={year}"


def test_the_page_of_the_branch_leads_from_a_topic_to_its_session(world, client):
    client.force_login(world.users.officer)
    page = Page(client.get(plan_url(world.branch)).content.decode())

    links = [link["href"] for link in page.attributes("a") if "topic=" in link["href"]]
    assert "学习宪法修正案" in page.text
    assert quote("学习宪法修正案") in links[0]
    form = client.get(links[0]).context["form"]
    assert (form["topic"].value(), form["kind"].value()) == ("学习宪法修正案", "plenary")


def test_the_committee_plans_and_the_branch_takes_over_on_its_page(world, client):
    client.force_login(world.users.chair)
    client.post(plan_url(world.city), {"topic": "学习新条例", "month": "9", "kind": "topic"})
    client.force_login(world.users.officer)
    assert "上级计划中的新内容" in client.get(plan_url(world.branch)).content.decode()

    for sentence in ("已领受。", "没有新的内容。"):
        path = reverse("study:adoption-create", args=[world.branch.pk])
        assert sentence in client.post(path, {"year": 2018}, follow=True).content.decode()

    assert StudyPlanItem.objects.filter(topic="学习新条例").count() == 2


def test_a_task_from_the_committees_page_to_the_branchs(world, client):
    client.force_login(world.users.chair)
    said = {"material": "新条例", "issued_on": "2018-09-01", "due_on": "2018-09-30"}
    path = reverse("study:task-create", args=[world.city.pk])
    assert client.post(path, said | {"due_on": "2018-08-01"}).context["form"].errors.keys() == {"due_on"}
    for _tap in range(2):
        client.post(path, said)
    task = StudyTask.objects.get(material="新条例")

    client.force_login(world.users.officer)
    path = reverse("study:completion-edit", args=[task.pk])
    wrong = client.post(path, {"studied_on": "2018-08-31", "evidence": "签到表"})
    assert wrong.context["form"].errors == {"studied_on": ["那天任务还没有下达。"]}
    assert "签到表" in wrong.content.decode()
    client.post(path, {"studied_on": "2018-09-10", "evidence": "签到表"})

    assert StudyTaskCompletion.objects.get(task=task).organization == world.branch
    assert "2018年9月10日学完" in client.get(plan_url(world.branch)).content.decode()


RIGHTS = """
                 add-here add-above take-over take-out issue complete
director         yes      -         yes       yes      -     yes
deputy           yes      -         yes       yes      -     yes
officer          yes      -         yes       yes      -     yes
member           -        -         -         -        -     -
former_director  -        -         -         -        -     -
other_member     -        -         -         -        -     -
chair            yes      yes       yes       yes      yes   -
vice_chair       yes      yes       yes       yes      yes   -
nobody_yet       -        -         -         -        -     -
operator         yes      yes       yes       yes      yes   yes
"""


@pytest.mark.parametrize("row", RIGHTS.strip().splitlines()[1:], ids=lambda row: row.split()[0])
def test_who_plans_and_who_notes_what_was_studied(world, client, row):
    role, *cells = row.split()
    client.force_login(getattr(world.users, role))
    own = StudyPlanItem.objects.get(topic="读会史")
    said = {"topic": "新的", "month": "6", "kind": "topic"}
    task = {"material": "新的", "issued_on": "2018-09-01", "due_on": "2018-09-30"}
    address = reverse("study:completion-edit", args=[StudyTask.objects.get().pk])

    answers = [
        client.post(plan_url(world.branch), said),
        client.post(plan_url(world.city), said),
        client.post(reverse("study:adoption-create", args=[world.branch.pk]), {"year": 2018}),
        client.post(reverse("study:plan-item-removal-create", args=[own.pk])),
        client.post(reverse("study:task-create", args=[world.city.pk]), task),
        client.post(f"{address}?branch={world.branch.pk}", {"studied_on": "2018-03-21"}),
    ]

    assert [answer.status_code for answer in answers] == [302 if cell == "yes" else 404 for cell in cells]


def test_the_page_asks_a_fixed_number_of_queries(world, client, django_assert_num_queries):
    for number in range(8):
        actions.add_item(world.city, year=2018, topic=f"题{number}", month=6, kind="topic")
        actions.issue_task(world.city, material=f"材料{number}", issued_on=date(2018, 4, 1), due_on=date(2018, 5, 1))
    actions.adopt_plan(world.branch, year=2018, on=ON)
    client.force_login(world.users.officer)

    with django_assert_num_queries(12):
        client.get(plan_url(world.branch))


def test_a_member_reads_the_plan_and_is_offered_nothing_to_change(world, client):
    client.force_login(world.users.member)

    page = Page(client.get(plan_url(world.branch)).content.decode())

    assert "读会史" in page.text
    assert "往计划里添一项" not in page.text
    assert "安排活动" not in page.text
