"""A quiz: drawn by a seed, answered in at most three attempts of which the best counts, exactly marked."""

from datetime import date
from fractions import Fraction

import pytest

from tests.recording import small_branch, standing_kinds
from tests.study.samples import HEADINGS, bank, xlsx
from zuji.entries.models import EntryForMember
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.operations.verification import differences
from zuji.organizations.actions import set_policy
from zuji.study import actions
from zuji.study.actions.quiz import drawn
from zuji.study.models import Quiz, QuizAttempt, QuizItem, QuizQuestion
from zuji.study.queries.quiz import attempts_of, best_of, is_key_told, questions_of, quiz_lines

pytestmark = pytest.mark.django_db
OPEN, DAY, CLOSED = date(2019, 3, 1), date(2019, 3, 15), date(2019, 3, 31)


@pytest.fixture
def home():
    return small_branch()


def fill_bank(home, content=None):
    actions.take_in(
        actions.read_questions(home.branch, content=content or bank(), file_name="x.xlsx", by="石三川", on=OPEN)
    )


def many(number):
    return xlsx(HEADINGS, *[("单选", f"第{n}问？", "甲", "乙", "", "", "A", "") for n in range(number)])


def a_quiz(home, *, content=None, **said):
    if not Quiz.objects.exists():
        fill_bank(home, content)
    fields = {"title": "会史测验", "opens_on": OPEN, "closes_on": CLOSED, "draw": None, "seed": 7} | said
    return actions.set_quiz(home.branch, **fields).record


def answered(quiz, *letters):
    """Answers to its questions, in their order."""
    return {question.pk: given for question, given in zip(questions_of(quiz), letters, strict=True)}


def hand_in(quiz, member, *letters, token="t1", on=DAY):
    return actions.hand_in(quiz, member, token=token, answers=answered(quiz, *letters), on=on)


def paper(home, quiz, *, right_count=2, taken_on=DAY, ground="paper", token="p1", member=None):
    result = actions.PaperResult(right_count, taken_on, ground, token)
    return actions.enter_result(quiz, member or home.member, result=result, by="石三川", today=date(2019, 4, 2))


# Setting


def test_all_questions_are_asked_where_no_number_is_said(home):
    quiz = a_quiz(home)

    assert [question.kind for question in questions_of(quiz)] == ["single", "multiple", "judgement"]
    assert (quiz.seed, quiz.share, quiz.attempt_limit) == (None, Fraction(3, 5), 3)


def test_questions_are_drawn_by_a_seed_that_draws_the_same_again(home):
    quiz = a_quiz(home, content=many(30), draw=10, seed=2019)
    numbers = list(QuizItem.objects.filter(quiz=quiz).values_list("question_id", flat=True))

    again = drawn(list(QuizQuestion.objects.values_list("pk", flat=True)), 10, 2019)

    assert numbers == again
    assert len(set(numbers)) == 10
    assert quiz.seed == 2019


def test_the_rule_of_the_day_it_opens_is_written_into_it(home):
    set_policy(home.branch, key="quiz", value={"pass": "80/100", "attempts": 1}, from_on=date(2019, 3, 10))

    before, after = a_quiz(home), a_quiz(home, title="又一份", opens_on=date(2019, 3, 10))

    assert [(quiz.share, quiz.attempt_limit) for quiz in (before, after)] == [(Fraction(3, 5), 3), (Fraction(4, 5), 1)]


def test_a_double_tap_sets_one_quiz(home):
    assert a_quiz(home) == a_quiz(home, seed=8)


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"opens_on": date(218, 3, 1)}, "opens_on", "218"),
        ({"opens_on": date(2004, 11, 30)}, "opens_on", "2004-12"),
        ({"closes_on": date(2019, 2, 1)}, "closes_on", "截止日期不能早于开始日期。"),
        ({"draw": 4}, "draw", "题库里共有3道题可抽。"),
        ({"draw": 0}, "draw", "题库里共有3道题可抽。"),
        ({"title": "旧题"}, "title", "已经有同名的测验。"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(home, said, field, sentence):
    home.branch.founded_month = "2004-12"
    home.branch.save()
    a_quiz(home, title="旧题", closes_on=date(2019, 3, 2))

    with pytest.raises(RecordingError) as refused:
        a_quiz(home, **said)

    assert refused.value.field == field
    assert sentence in str(refused.value)


def test_without_questions_there_is_no_quiz(home):
    with pytest.raises(RecordingError, match="题库里还没有题。请先导入题库工作簿。"):
        actions.set_quiz(home.branch, title="空", opens_on=OPEN, closes_on=CLOSED, draw=None, seed=1)


def test_a_quiz_nobody_has_taken_is_taken_back_and_one_taken_stays(home):
    actions.remove_quiz(a_quiz(home))
    assert not Quiz.objects.exists()

    quiz = a_quiz(home)
    hand_in(quiz, home.member, "B", "ABC", "A")
    with pytest.raises(ZujiError, match="已经有人答过这份测验，所以不能撤回。"):
        actions.remove_quiz(quiz)


# Answering


@pytest.mark.parametrize(
    ("letters", "right"),
    [
        (("B", "ABC", "A"), 3),
        (("B", "CBA", "A"), 3),
        (("B", "AB", "A"), 2),
        (("B", "ABCD", "A"), 2),
        (("A", "A", "B"), 0),
    ],
)
def test_several_answers_are_right_only_when_all_are(home, letters, right):
    attempt = hand_in(a_quiz(home), home.member, *letters)

    assert (attempt.right_count, attempt.asked_count) == (right, 3)


def test_exactly_the_share_is_enough_and_less_by_a_hair_is_not(home):
    set_policy(home.branch, key="quiz", value={"pass": "2/3", "attempts": 3}, from_on=OPEN)
    quiz = a_quiz(home)
    assert hand_in(quiz, home.member, "B", "ABC", "B").is_passed

    Quiz.objects.update(pass_share="6667/10000")

    assert not QuizAttempt.objects.get().is_passed


def test_the_best_attempt_counts_and_a_worse_one_later_takes_nothing_away(home):
    quiz = a_quiz(home)
    hand_in(quiz, home.member, "A", "A", "B", token="1")
    hand_in(quiz, home.member, "B", "ABC", "A", token="2", on=date(2019, 3, 20))
    hand_in(quiz, home.member, "A", "ABC", "B", token="3", on=date(2019, 3, 25))

    attempts = attempts_of(quiz, home.member)

    assert [attempt.right_count for attempt in attempts] == [0, 3, 1]
    assert best_of(attempts).right_count == 3
    days = dict(Footprint.objects.standing().values_list("kind", "happened_on"))
    assert days == {"quiz.taken": DAY, "quiz.passed": date(2019, 3, 20)}
    assert list(differences()) == []


def test_taken_and_passed_are_the_members_and_once_for_each_quiz(home):
    quiz = a_quiz(home)
    for token in "123":
        hand_in(quiz, home.member, "B", "ABC", "A", token=token)
    hand_in(quiz, home.other, "A", "A", "B")

    told = set(Footprint.objects.standing().values_list("kind", "member__name", "credit"))
    assert told == {
        ("quiz.taken", "乔二木", "member"),
        ("quiz.passed", "乔二木", "member"),
        ("quiz.taken", "石三川", "member"),
    }
    assert standing_kinds() == ["quiz.passed", "quiz.taken", "quiz.taken"]


def test_a_double_tap_hands_in_one_attempt(home):
    quiz = a_quiz(home)

    assert hand_in(quiz, home.member, "B", "ABC", "A") == hand_in(quiz, home.member, "B", "ABC", "A")
    assert QuizAttempt.objects.count() == 1


def test_two_members_may_be_handed_the_same_token(home):
    quiz = a_quiz(home)

    assert hand_in(quiz, home.member, "B", "ABC", "A") != hand_in(quiz, home.other, "B", "ABC", "A")


@pytest.mark.parametrize(
    ("on", "is_open"),
    [(date(2019, 2, 28), False), (OPEN, True), (CLOSED, True), (date(2019, 4, 1), False)],
)
def test_it_is_open_from_its_first_day_to_its_last(home, on, is_open):
    quiz = a_quiz(home)

    if is_open:
        assert hand_in(quiz, home.member, "B", "ABC", "A", on=on).taken_on == on
    else:
        with pytest.raises(ZujiError, match="这份测验今天不开放。"):
            hand_in(quiz, home.member, "B", "ABC", "A", on=on)


def test_a_fourth_attempt_is_refused(home):
    quiz = a_quiz(home)
    for token in "123":
        hand_in(quiz, home.member, "A", "A", "B", token=token)

    with pytest.raises(ZujiError, match="3次机会都已用完。"):
        hand_in(quiz, home.member, "B", "ABC", "A", token="4")


def test_a_question_left_out_is_named(home):
    with pytest.raises(ZujiError, match="请回答第2题。"):
        hand_in(a_quiz(home), home.member, "B", "", "A")


def test_who_is_not_of_the_branch_that_day_is_refused(home):
    quiz = a_quiz(home)
    home.member.memberships.update(until_on=DAY)

    with pytest.raises(ZujiError, match="乔二木"):
        hand_in(quiz, home.member, "B", "ABC", "A")


def test_the_answers_are_told_when_nothing_is_to_be_gained_by_them(home):
    quiz = a_quiz(home)
    hand_in(quiz, home.member, "A", "A", "B", token="1")

    def told(today=DAY):
        return is_key_told(quiz, attempts_of(quiz, home.member), today=today)

    assert not told()
    assert told(date(2019, 4, 1))
    hand_in(quiz, home.member, "A", "A", "B", token="2")
    assert not told()
    hand_in(quiz, home.member, "A", "A", "B", token="3")
    assert told()


# On paper


def test_a_result_on_paper_is_an_attempt_under_both_names(home):
    quiz = a_quiz(home)

    attempt = paper(home, quiz)

    entry = EntryForMember.objects.get()
    assert (entry.member, entry.ground, entry.entered_by) == (home.member, "paper", "石三川")
    assert entry.about == f"quiz_attempt:{attempt.pk}"
    assert standing_kinds() == ["quiz.passed", "quiz.taken"]
    assert list(differences()) == []


def test_a_double_tap_enters_one_result(home):
    quiz = a_quiz(home)

    assert paper(home, quiz) == paper(home, quiz)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"taken_on": date(2019, 4, 3)}, "这一天还没有到。"),
        ({"taken_on": date(2019, 4, 1)}, "那天测验不开放。"),
        ({"taken_on": date(2019, 2, 28)}, "那天测验不开放。"),
        ({"right_count": 4}, "试卷共有3道题。"),
        ({"right_count": -1}, "试卷共有3道题。"),
        ({"ground": "dream"}, "电话"),
    ],
)
def test_a_result_that_cannot_be_is_refused_and_nothing_is_kept(home, said, sentence):
    quiz = a_quiz(home)

    with pytest.raises(RecordingError) as refused:
        paper(home, quiz, **said)

    assert sentence in str(refused.value)
    assert not QuizAttempt.objects.exists()


def test_a_result_entered_by_mistake_is_taken_back_and_its_footprints_with_it(home):
    quiz = a_quiz(home)

    actions.take_back_result(paper(home, quiz))

    assert not EntryForMember.objects.exists()
    assert standing_kinds() == []
    assert list(differences()) == []


def test_what_a_member_answered_in_person_stays(home):
    attempt = hand_in(a_quiz(home), home.member, "B", "ABC", "A")

    with pytest.raises(ZujiError, match="会员本人的答卷不能撤回。"):
        actions.take_back_result(attempt)


def test_everybody_is_listed_by_number_never_by_result(home):
    quiz = a_quiz(home)
    hand_in(quiz, home.other, "B", "ABC", "A")
    hand_in(quiz, home.member, "A", "A", "B")

    lines = quiz_lines(quiz, today=DAY)

    assert [line.member for line in lines] == [home.director, home.member, home.other]
    assert [line.best and line.best.right_count for line in lines] == [None, 0, 3]
