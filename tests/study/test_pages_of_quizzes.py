"""Quizzes on the phone and for who keeps the records: one page without JavaScript, and results nobody else reads."""

import re
from datetime import date

import pytest
from django.urls import reverse

from tests.site.pages import Page
from zuji.entries.models import EntryForMember
from zuji.study import actions
from zuji.study.models import Quiz, QuizAttempt
from zuji.study.queries.quiz import questions_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz(world):
    """The quiz of the world, without the attempt made at it."""
    for attempt in QuizAttempt.objects.all():
        actions.take_back_result(attempt)
    return Quiz.objects.get()


def address(name, number):
    return reverse(f"study:{name}", args=[number])


def sheet(client, quiz, *letters):
    """What a browser sends: the token the page was opened with, and what was ticked."""
    page = client.get(address("attempt-create", quiz.pk)).content.decode()
    token = re.search(r'name="token" value="(\w+)"', page)[1]
    given = zip(questions_of(quiz), letters, strict=True)
    return {"token": token} | {f"question-{question.pk}": list(letter) for question, letter in given}


def test_a_member_answers_on_one_page_and_sees_how_it_went(world, client, quiz):
    client.force_login(world.users.member)

    answer = client.post(address("attempt-create", quiz.pk), sheet(client, quiz, "B", "AB", "A"), follow=True)

    text = Page(answer.content.decode()).text
    assert "答对2题，共3题" in text
    assert "通过" in text
    assert "正确答案 ABC" in re.sub(r"\s+", " ", text)
    assert QuizAttempt.objects.get().member == world.member


def test_the_answers_stay_hidden_while_another_attempt_could_use_them(world, client, quiz):
    client.force_login(world.users.member)

    answer = client.post(address("attempt-create", quiz.pk), sheet(client, quiz, "A", "A", "B"), follow=True)

    text = Page(answer.content.decode()).text
    assert "还没有通过" in text
    assert "通过之后，或机会用完之后，显示正确答案。" in text
    assert "正确答案 B" not in re.sub(r"\s+", " ", text)
    assert "见会史" not in text


def test_the_page_has_a_field_for_each_question_and_works_without_javascript(world, client, quiz):
    client.force_login(world.users.member)

    page = Page(client.get(address("attempt-create", quiz.pk)).content.decode())

    kinds = [attributes["type"] for attributes in page.attributes("input") if attributes["name"].startswith("question")]
    assert kinds == ["radio"] * 4 + ["checkbox"] * 4 + ["radio"] * 2
    assert page.count("fieldset") == 3


def test_a_page_sent_twice_is_one_attempt(world, client, quiz):
    client.force_login(world.users.member)
    sent = sheet(client, quiz, "B", "ABC", "A")

    addresses = [client.post(address("attempt-create", quiz.pk), sent).url for _tap in range(2)]

    assert addresses[0] == addresses[1]
    assert QuizAttempt.objects.count() == 1


def test_a_question_left_out_is_named_and_what_was_ticked_stays(world, client, quiz):
    client.force_login(world.users.member)
    sent = sheet(client, quiz, "B", "", "A")

    answer = client.post(address("attempt-create", quiz.pk), sent)

    page = answer.content.decode()
    assert "请回答第2题。" in page
    assert sent["token"] in page
    assert page.count("checked") == 2
    assert not QuizAttempt.objects.exists()


def test_a_letter_that_is_not_offered_is_refused(world, client, quiz):
    client.force_login(world.users.member)

    answer = client.post(address("attempt-create", quiz.pk), sheet(client, quiz, "H", "ABC", "A"))

    assert answer.status_code == 200
    assert not QuizAttempt.objects.exists()


def test_a_fourth_attempt_is_refused_on_the_page(world, client, quiz):
    client.force_login(world.users.member)
    for _attempt in range(3):
        client.post(address("attempt-create", quiz.pk), sheet(client, quiz, "A", "A", "B"))

    answer = client.post(address("attempt-create", quiz.pk), sheet(client, quiz, "B", "ABC", "A"))

    assert "3次机会都已用完。" in answer.content.decode()
    assert "开始答题" not in client.get(address("quiz-detail", quiz.pk)).content.decode()


def test_a_quiz_that_is_over_says_so(world, client, quiz):
    Quiz.objects.update(closes_on=date(2018, 4, 30))
    client.force_login(world.users.member)

    answer = client.get(address("attempt-create", quiz.pk), follow=True)

    assert answer.redirect_chain == [(address("quiz-detail", quiz.pk), 302)]
    assert "这份测验今天不开放。" in answer.content.decode()


RESULTS = """
                 own-result  results-of-all  somebody's-answers
director         -           yes             yes
deputy           -           yes             yes
officer          -           yes             yes
member           yes         -               yes
former_director  -           -               -
other_member     -           -               -
chair            -           -               -
vice_chair       -           -               -
nobody_yet       -           -               -
operator         -           yes             yes
"""


@pytest.mark.parametrize("row", RESULTS.strip().splitlines()[1:], ids=lambda row: row.split()[0])
def test_how_somebody_did_is_read_by_them_and_by_who_keeps_the_records(world, client, row):
    role, *cells = row.split()
    quiz, attempt = Quiz.objects.get(), QuizAttempt.objects.get()
    client.force_login(getattr(world.users, role))

    page = client.get(address("quiz-detail", quiz.pk)).content.decode()
    detail = client.get(address("attempt-detail", attempt.pk))

    assert ("我的答卷" in page, "大家的成绩" in page, detail.status_code == 200) == tuple(c == "yes" for c in cells)
    if "yes" not in cells:
        assert "答对" not in page.replace("答对60%即为通过", "")
        assert detail.status_code == 404


@pytest.mark.parametrize(("role", "is_told"), [("member", True), ("former_director", False), ("officer", True)])
def test_the_ledger_tells_nobody_else_who_passed(world, client, role, is_told):
    client.force_login(getattr(world.users, role))

    page = client.get(reverse("footprints:record-detail", args=["quiz", Quiz.objects.get().pk])).content.decode()

    assert ("通过测验" in page) == is_told
    assert ("林四维" in page) == is_told
    timeline = client.get(reverse("footprints:timeline", args=[world.branch.pk]) + "?year=2018")
    assert "通过测验" not in timeline.content.decode()


def test_the_secretary_enters_a_result_and_takes_it_back(world, client, quiz):
    client.force_login(world.users.officer)
    page = client.get(address("result-create", quiz.pk)).content.decode()
    sent = {
        "token": re.search(r'name="token" value="(\w+)"', page)[1],
        "member": world.deputy.pk,
        "taken_on": "2018-04-10",
        "right_count": 1,
        "ground": "phone",
    }

    for _tap in range(2):
        answer = client.post(address("result-create", quiz.pk), sent, follow=True)

    attempt = QuizAttempt.objects.get()
    assert (attempt.member, attempt.right_count, attempt.entered_by) == (world.deputy, 1, "石三川")
    entry = EntryForMember.objects.get(about=f"quiz_attempt:{attempt.pk}")
    assert (entry.ground, entry.entered_by) == ("phone", "石三川")
    assert "答对1题，共3题" in answer.content.decode()
    assert "纸卷，由石三川录入" in client.get(address("attempt-detail", attempt.pk)).content.decode()

    client.post(address("result-removal-create", attempt.pk))
    assert not QuizAttempt.objects.exists()


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"right_count": 9}, "right_count", "试卷共有3道题。"),
        ({"taken_on": "2018-04-01"}, "taken_on", "那天测验不开放。"),
        ({"taken_on": "2099-01-01"}, "taken_on", "这一天还没有到。"),
    ],
)
def test_a_wrong_result_is_said_at_its_field(world, client, quiz, said, field, sentence):
    client.force_login(world.users.officer)
    sent = {"token": "x", "member": world.deputy.pk, "taken_on": "2018-04-10", "right_count": 1, "ground": "paper"}

    answer = client.post(address("result-create", quiz.pk), sent | said)

    assert answer.context["form"].errors[field] == [sentence]
    assert not QuizAttempt.objects.exists()


def test_a_quiz_is_set_and_a_wrong_one_is_said_at_its_field(world, client):
    client.force_login(world.users.officer)
    path = address("quiz-create", world.branch.pk)
    said = {"title": "宪法测验", "opens_on": "2018-05-01", "closes_on": "2018-05-31", "draw": "2"}

    wrong = client.post(path, said | {"draw": "9"})
    assert wrong.context["form"].errors["draw"] == ["题库里共有3道题可抽。"]
    answers = [client.post(path, said) for _tap in range(2)]

    made = Quiz.objects.get(title="宪法测验")
    assert made.items.count() == 2
    assert {answer.url for answer in answers} == {address("quiz-detail", made.pk)}


def test_a_quiz_is_taken_back_only_while_nobody_has_taken_it(world, client):
    client.force_login(world.users.officer)
    quiz = Quiz.objects.get()

    answer = client.post(address("quiz-removal-create", quiz.pk), follow=True)
    assert "已经有人答过这份测验，所以不能撤回。" in answer.content.decode()

    actions.take_back_result(QuizAttempt.objects.get())
    client.post(address("quiz-removal-create", quiz.pk))
    assert not Quiz.objects.exists()


def test_the_paper_has_the_questions_and_only_when_asked_the_answers(world, client):
    client.force_login(world.users.officer)
    path = address("quiz-paper", Quiz.objects.get().pk)

    paper, key = (Page(client.get(f"{path}{asked}").content.decode()).text for asked in ("", "?key=yes"))

    assert "民进成立于哪一年？" in paper
    assert "1. B" not in paper
    assert "1. B 2. ABC 3. √" in re.sub(r"\s+", " ", key)


WRITES = ("quiz-removal-create", "result-removal-create", "result-create", "quiz-create", "attempt-create")


@pytest.mark.parametrize("role", ["member", "former_director", "other_member", "chair", "vice_chair", "nobody_yet"])
def test_nobody_else_writes(world, client, role):
    quiz, attempt = Quiz.objects.get(), QuizAttempt.objects.get()
    client.force_login(getattr(world.users, role))
    numbers = {"quiz-create": world.branch.pk, "result-removal-create": attempt.pk}

    for name in WRITES:
        answer = client.post(address(name, numbers.get(name, quiz.pk)), {})
        may_answer = name == "attempt-create" and role in ("member", "former_director")
        assert answer.status_code == (200 if may_answer else 404), name
    assert QuizAttempt.objects.count() == 1


@pytest.mark.parametrize(("role", "queries"), [("member", 5), ("officer", 5)])
def test_the_list_asks_a_fixed_number_of_queries(world, client, django_assert_num_queries, role, queries):
    for number in range(5):
        actions.set_quiz(
            world.branch,
            title=f"第{number}份",
            opens_on=date(2018, 5, 1),
            closes_on=date(2018, 5, 2),
            draw=None,
            seed=1,
        )
    client.force_login(getattr(world.users, role))

    with django_assert_num_queries(queries):
        client.get(address("quiz-list", world.branch.pk))
