"""What there is to read: on the web or as a text, shared with the branches below; nobody's reading is watched."""

from datetime import date

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.recording import small_branch
from tests.site.pages import Page
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.study import actions
from zuji.study.models import ReadingList, StudyMaterial
from zuji.study.queries.materials import materials_of

pytestmark = pytest.mark.django_db
ON = date(2019, 3, 2)


@pytest.fixture
def home():
    return small_branch()


def keep(organization, title="宪法全文", **said):
    said = said or {"text": "第一章"}
    return actions.keep_material(organization, material=actions.Material(title, **said), on=ON).record


def made(organization, *materials, title="三月书单"):
    return actions.make_reading_list(organization, title=title, materials=materials, on=ON).record


# Nobody is watched


def test_opening_a_material_writes_nothing(world, client):
    client.force_login(world.users.member)
    before = {model: model._default_manager.count() for model in apps.get_models()}

    with CaptureQueriesContext(connection) as asked:
        for name, record in (("material", StudyMaterial), ("reading-list", ReadingList)):
            for found in record.objects.all():
                assert client.get(reverse(f"study:{name}-detail", args=[found.pk])).status_code == 200
        client.get(reverse("study:material-list", args=[world.branch.pk]))

    assert not [query["sql"] for query in asked if query["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]
    assert {model: model._default_manager.count() for model in apps.get_models()} == before


def test_no_field_could_hold_who_read_what_or_for_how_long():
    own = {"id", "created_at", "updated_at", "organization", "code", "title"}

    assert {field.name for field in StudyMaterial._meta.get_fields()} == own | {
        "source",
        "url",
        "text",
        "reading_lists",
    }
    assert {field.name for field in ReadingList._meta.get_fields()} == own | {"materials"}


def test_a_material_leaves_no_footprints(home):
    made(home.branch, keep(home.branch))

    assert not Footprint.objects.filter(organization=home.branch).exists()


# Materials


def test_a_branch_reads_its_own_and_the_committees(home):
    own, above = keep(home.branch, "会史摘要"), keep(home.city)

    assert list(materials_of(home.branch)) == [above, own]
    assert list(materials_of(home.city)) == [above]


def test_a_double_tap_keeps_one(home):
    assert keep(home.branch) == keep(home.branch)
    assert keep(home.branch) != keep(home.branch, text="第二章")
    assert sorted(StudyMaterial.objects.filter(organization=home.branch).values_list("code", flat=True)) == [
        "SM20190302",
        "SM20190302-2",
    ]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "ftp://example.org/a",
        "//example.org",
        "http://",
        "file:///etc/passwd",
        "http://[bad",
    ],
)
def test_an_address_that_is_not_on_the_web_is_refused(home, url):
    with pytest.raises(RecordingError) as refused:
        keep(home.branch, url=url)

    assert (refused.value.field, str(refused.value)) == ("url", "网址以http://或https://开头。")
    assert not StudyMaterial.objects.filter(organization=home.branch).exists()


@pytest.mark.parametrize(("title", "said", "field"), [(" ", {"text": "一"}, "title"), ("一", {"text": " "}, "url")])
def test_what_is_missing_is_said_at_its_field(home, title, said, field):
    with pytest.raises(RecordingError) as refused:
        keep(home.branch, title, **said)
    assert refused.value.field == field


def test_a_reading_list_is_made_of_what_the_branch_reads(home, world):
    mine, above = keep(home.branch, "会史摘要"), keep(home.city)

    reading_list = made(home.branch, mine, above)

    assert set(reading_list.materials.all()) == {mine, above}
    assert made(home.branch, mine) == reading_list
    assert list(reading_list.materials.all()) == [mine]
    for wrong in ((), (keep(world.branch, "别人的"),)):
        with pytest.raises(RecordingError, match="请选择要读的材料。"):
            made(home.branch, *wrong, title="又一份")


def test_a_material_in_a_list_stays_and_the_list_goes_alone(home):
    material = keep(home.branch)
    reading_list = made(home.branch, material)
    with pytest.raises(ZujiError, match="它在书单“三月书单”里，所以不能撤回。"):
        actions.remove_material(material)

    actions.remove_reading_list(reading_list)
    actions.remove_material(material)

    assert not StudyMaterial.objects.filter(organization=home.branch).exists()


# Pages


def test_a_text_is_shown_and_never_run(world, client):
    material = keep(
        world.branch, "<b>题</b>", text="<script>alert(1)</script>\n\n二", url="https://example.org/?a=1&b=2"
    )
    client.force_login(world.users.member)

    page = client.get(reverse("study:material-detail", args=[material.pk])).content.decode()

    assert "<script>alert" not in page
    assert "<b>题" not in page
    link = next(link for link in Page(page).attributes("a") if "example.org" in link["href"])
    assert link["href"] == "https://example.org/?a=1&b=2"
    assert "noopener" in link["rel"]


def test_a_material_and_a_list_are_made_on_their_pages(world, client):
    client.force_login(world.users.officer)
    path = reverse("study:material-create", args=[world.branch.pk])

    wrong = client.post(path, {"title": "新资料", "url": "javascript:alert(1)", "text": "留着的字"})
    assert wrong.context["form"].errors == {"url": ["网址以http://或https://开头。"]}
    assert "留着的字" in wrong.content.decode()
    for _tap in range(2):
        client.post(path, {"title": "新资料", "url": "https://example.org/"})
    material = StudyMaterial.objects.get(title="新资料")

    path = reverse("study:reading-list-create", args=[world.branch.pk])
    assert client.post(path, {"title": "书单"}).context["form"].errors.keys() == {"materials"}
    client.post(path, {"title": "书单", "materials": [material.pk]})
    reading_list = ReadingList.objects.get(title="书单")
    assert "新资料" in client.get(reverse("study:reading-list-detail", args=[reading_list.pk])).content.decode()
    answer = client.post(reverse("study:material-removal-create", args=[material.pk]), follow=True)
    assert "它在书单“书单”里，所以不能撤回。" in answer.content.decode()


RIGHTS = """
                 read make-here make-above
director         yes  yes       -
deputy           yes  yes       -
officer          yes  yes       -
member           yes  -         -
former_director  yes  -         -
other_member     -    -         -
chair            yes  yes       yes
vice_chair       yes  yes       yes
nobody_yet       -    -         -
operator         yes  yes       yes
"""


@pytest.mark.parametrize("row", RIGHTS.strip().splitlines()[1:], ids=lambda row: row.split()[0])
def test_who_reads_and_who_keeps_materials(world, client, row):
    role, *cells = row.split()
    material = StudyMaterial.objects.get(organization=world.branch)
    reading_list = ReadingList.objects.get(organization=world.branch)
    client.force_login(getattr(world.users, role))
    said = {"title": "新资料", "text": "一"}

    reads = [
        client.get(reverse("study:material-detail", args=[material.pk])),
        client.get(reverse("study:reading-list-detail", args=[reading_list.pk])),
    ]
    here = [
        client.post(reverse("study:material-create", args=[world.branch.pk]), said),
        client.post(
            reverse("study:reading-list-create", args=[world.branch.pk]), {"title": "书单", "materials": [material.pk]}
        ),
        client.post(reverse("study:reading-list-removal-create", args=[reading_list.pk])),
        client.post(reverse("study:material-removal-create", args=[material.pk])),
    ]
    above = [client.post(reverse("study:material-create", args=[world.city.pk]), said)]

    for answers, cell in zip((reads, here, above), cells, strict=True):
        good = 200 if answers is reads else 302
        assert {answer.status_code for answer in answers} == {good if cell == "yes" else 404}


def test_the_list_asks_a_fixed_number_of_queries(world, client, django_assert_num_queries):
    for number in range(8):
        made(world.branch, keep(world.branch, f"资料{number}"), title=f"书单{number}")
    client.force_login(world.users.member)

    with django_assert_num_queries(7):
        client.get(reverse("study:material-list", args=[world.branch.pk]))
