"""A workbook is looked at before it is taken in, changes nothing the second time, and is taken back as a whole."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.recording import small_branch
from tests.study.samples import HEADINGS, JUDGEMENT, MULTIPLE, SINGLE, bank, xlsx
from zuji.foundation.errors import ZujiError
from zuji.study import actions
from zuji.study.models import QuestionImport, QuizQuestion
from zuji.study.queries.quiz import sorted_rows
from zuji.study.workbooks.opening import sheets_of

pytestmark = pytest.mark.django_db
ON = date(2019, 3, 1)


@pytest.fixture
def home():
    return small_branch()


def read(home, content=None, name="题库.xlsx", branch=None):
    return actions.read_questions(branch or home.branch, content=content or bank(), file_name=name, by="石三川", on=ON)


def counted(source):
    rows = sorted_rows(source)
    return len(rows.new), len(rows.there), len(rows.refused)


def test_what_is_read_is_not_in_the_bank_yet(home):
    source = read(home)

    assert counted(source) == (3, 0, 0)
    assert not QuizQuestion.objects.of(home.branch).exists()


def test_what_is_new_is_taken_in_and_a_double_tap_takes_nothing_more(home):
    source = read(home)

    assert actions.take_in(source) == 3
    assert actions.take_in(source) == 0

    assert list(QuizQuestion.objects.of(home.branch).values_list("kind", "answer")) == [
        ("single", "B"),
        ("multiple", "ABC"),
        ("judgement", "A"),
    ]


def test_the_same_file_twice_changes_nothing(home):
    actions.take_in(read(home))
    again = read(home)
    assert counted(again) == (0, 3, 0)

    assert actions.take_in(again) == 0

    assert QuizQuestion.objects.of(home.branch).count() == 3
    assert QuestionImport.objects.of(home.branch).count() == 1


def test_a_question_is_the_same_whatever_its_spaces_and_widths(home):
    actions.take_in(read(home))

    wide = ("单选题", "民进成立于 哪一年?", "１９４４年", "1945年", "1946年", "1947年", "Ｂ", "")

    assert counted(read(home, bank(wide))) == (0, 1, 0)


def test_the_same_question_with_another_answer_is_refused_by_its_row(home):
    actions.take_in(read(home))
    other = (*SINGLE[:6], "C", "")

    rows = sorted_rows(read(home, bank(other, JUDGEMENT)))

    assert (len(rows.new), len(rows.there)) == (0, 1)
    assert rows.refused == ((2, "题库里同一道题的答案是B。"),)


def test_a_question_that_stands_twice_in_a_workbook_is_taken_once(home):
    source = read(home, bank(SINGLE, SINGLE, MULTIPLE, (*MULTIPLE[:6], "AB", "")))

    assert counted(source) == (2, 1, 1)
    assert actions.take_in(source) == 2
    source.refresh_from_db()
    assert [row for row, _reason in source.refused] == [5]


def test_two_branches_have_banks_of_their_own(world):
    for branch in (world.branch, world.other_branch):
        source = actions.read_questions(
            branch,
            content=bank(("单选", "几年？", "一", "二", "", "", "A", "")),
            file_name="x.xlsx",
            by="石三川",
            on=ON,
        )
        assert counted(source) == (1, 0, 0)
        actions.take_in(source)


def test_one_read_before_and_not_taken_in_is_dropped(home):
    read(home, name="一.xlsx")
    read(home, name="二.xlsx")

    assert [source.file_name for source in QuestionImport.objects.of(home.branch)] == ["二.xlsx"]


def test_a_whole_workbook_is_taken_back(home):
    source = read(home)
    actions.take_in(source)
    actions.take_in(read(home, bank(("单选", "几年？", "一", "二", "", "", "A", ""))))

    actions.take_back_import(source)

    assert [question.text for question in QuizQuestion.objects.of(home.branch)] == ["几年？"]


def test_a_workbook_of_which_a_quiz_asks_stays(home):
    source = read(home)
    actions.take_in(source)
    actions.set_quiz(home.branch, title="会史测验", opens_on=ON, closes_on=ON, draw=1, seed=7)

    with pytest.raises(ZujiError, match="“会史测验”用了这个工作簿里的题，所以不能撤回。"):
        actions.take_back_import(source)

    assert QuizQuestion.objects.of(home.branch).count() == 3


# Pages


def sent(client, world, content, name="题库.xlsx"):
    path = reverse("study:question-list", args=[world.branch.pk])
    return client.post(path, {"file": SimpleUploadedFile(name, content)}, follow=True)


def test_a_workbook_from_upload_to_taking_back(world, client):
    client.force_login(world.users.officer)
    wrong = ("单选", "今年是哪一年？", "一", "二", "", "", "D", "")
    content = xlsx(HEADINGS, ("单选", "会史第一问？", "甲", "乙", "", "", "A", ""), wrong)

    page = sent(client, world, content)
    source = QuestionImport.objects.get(state="preview")
    text = page.content.decode()
    assert "答案“D”不在选项之中。" in text
    assert "第3行" in text

    page = client.post(reverse("study:acceptance-create", args=[source.pk]), follow=True)
    assert "已导入1道题。" in page.content.decode()
    page = client.get(reverse("study:import-detail", args=[source.pk]))
    assert "会史第一问？" in page.content.decode()

    page = client.post(reverse("study:import-removal-create", args=[source.pk]), follow=True)
    assert not QuestionImport.objects.filter(pk=source.pk).exists()
    assert "已撤回：题库.xlsx" in page.content.decode()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (xlsx(("姓名", "单位")), "要找的列是题型、题干、A、B、答案，表里只有姓名、单位。"),
        (b"kind,text\n", "这不是Excel工作簿，不管文件名怎么写。请另存为.xlsx或.xls。"),
        (b"", "这不是Excel工作簿，不管文件名怎么写。请另存为.xlsx或.xls。"),
    ],
)
def test_a_wrong_file_is_said_at_its_field(world, client, content, sentence):
    client.force_login(world.users.officer)

    answer = sent(client, world, content)

    assert answer.context["form"].errors["file"] == [sentence]


def test_the_empty_workbook_is_a_download(world, client):
    client.force_login(world.users.officer)

    answer = client.get(reverse("study:question-template", args=[world.branch.pk]))

    assert answer.headers["Content-Disposition"].startswith("attachment; filename")
    assert sheets_of(answer.content)[0][0][1][0] == "题型"


@pytest.mark.parametrize("role", ["member", "former_director", "other_member", "chair", "vice_chair", "nobody_yet"])
def test_nobody_else_comes_near_the_answers(world, client, role):
    source = QuestionImport.objects.of(world.branch).first() or read_in(world)
    client.force_login(getattr(world.users, role))

    for name, number in (
        ("question-list", world.branch.pk),
        ("question-template", world.branch.pk),
        ("import-detail", source.pk),
    ):
        assert client.get(reverse(f"study:{name}", args=[number])).status_code == 404, name
    for name in ("acceptance-create", "import-removal-create"):
        assert client.post(reverse(f"study:{name}", args=[source.pk])).status_code == 404, name


def read_in(world):
    return actions.read_questions(world.branch, content=bank(), file_name="x.xlsx", by="石三川", on=ON)
