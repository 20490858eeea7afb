"""查重 tells a text sent again, however disguised, from the same matter in other words and another place's form."""

import time

import pytest

from tests.duplicates import texts
from tests.duplicates.texts import NOISE, OTHER, SAME_MATTER, SCHOOL
from zuji.duplicates.likeness import Reading, compare, letters_of


def likeness(mine, theirs):
    return compare(Reading.of(mine), Reading.of(theirs))


@pytest.mark.parametrize("disguise", [texts.traditional, texts.full_width, texts.without_marks, texts.with_zero_widths])
def test_what_reads_the_same_is_exact_however_it_is_typed(disguise):
    found = likeness(NOISE, disguise(NOISE))

    assert (found.verdict, found.score) == ("exact", 1.0)


@pytest.mark.parametrize("disguise", [texts.in_another_order, texts.greeted, texts.cut, texts.in_other_words])
def test_a_text_sent_again_in_disguise_is_a_duplicate(disguise):
    found = likeness(disguise(NOISE), NOISE)

    assert found.verdict == "duplicate"
    assert 0.6 < found.score < 1
    assert found.passages


def test_three_disguises_at_once_are_seen_through():
    found = likeness(texts.full_width(texts.greeted(texts.in_another_order(texts.in_other_words(NOISE)))), NOISE)

    assert found.verdict == "duplicate"


def test_the_same_matter_in_other_words_is_a_candidate_only():
    found = likeness(SAME_MATTER, NOISE)

    assert found.verdict == "same_matter"
    assert not found.is_duplicate
    assert any("夜市每天营业到凌晨两点" in passage for passage in found.passages)


def test_another_matter_of_the_same_town_is_different():
    found = likeness(OTHER, NOISE)

    assert found.verdict == "different"
    assert found.score < 0.1


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("红旗小学", "育红小学"),
        ("红旗小学", "朝阳幼儿园"),
        ("红旗小学", "第三中学"),
    ],
)
def test_the_same_form_about_another_school_is_no_duplicate(mine, theirs):
    found = likeness(SCHOOL, SCHOOL.replace(mine, theirs))

    assert not found.is_duplicate
    assert found.verdict == "different"
    assert found.unlike


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("明山县到宁水县什么时候开通城际公交，有没有规划？", "清源县到宁水县什么时候开通城际公交，有没有规划？"),
        ("A3区的环卫工人冬天没有休息的地方，建议设驿站。", "A5区的环卫工人冬天没有休息的地方，建议设驿站。"),
        ("13路公交车末班车太早，下晚自习的学生坐不上车。", "3路公交车末班车太早，下晚自习的学生坐不上车。"),
        ("恒发公司拖欠工人三个月的工资，多次讨要没有结果。", "永兴公司拖欠工人三个月的工资，多次讨要没有结果。"),
        ("河东区的老楼没有电梯，老人上下楼困难，建议加装。", "河西区的老楼没有电梯，老人上下楼困难，建议加装。"),
    ],
)
def test_another_place_line_or_firm_makes_another_matter(mine, theirs):
    assert not likeness(mine, theirs).is_duplicate


def test_two_letters_that_changed_places_are_a_slip_and_no_other_name():
    found = likeness(SCHOOL, SCHOOL.replace("红旗小学", "旗红小学"))

    assert found.verdict == "duplicate"
    assert not found.unlike


def test_months_that_went_by_make_no_other_matter():
    found = likeness(NOISE, NOISE.replace("今年3月", "今年5月").replace("四次", "六次"))

    assert found.verdict == "duplicate"
    assert not found.unlike


def test_a_name_changed_once_in_a_long_text_that_names_much_is_a_slip():
    street = "".join(
        f"{name}社区和{name}小学之间的路灯坏了{count}盏，一直没有修好。"
        for count, name in enumerate("甲乙丙丁戊己庚辛壬癸子丑", start=2)
    )

    assert likeness(street, street.replace("癸小学之间", "卯小学之间")).is_duplicate


def test_the_more_is_shared_the_higher_the_score():
    pieces = [NOISE, texts.in_other_words(NOISE), NOISE[: len(NOISE) // 2] + OTHER * 2, SAME_MATTER, OTHER]
    scores = [likeness(piece, NOISE).score for piece in pieces]

    assert scores == sorted(scores, reverse=True)


def test_it_does_not_matter_which_of_the_two_came_first():
    for other in (texts.cut(NOISE), texts.greeted(NOISE), SAME_MATTER, OTHER):
        assert likeness(NOISE, other).score == pytest.approx(likeness(other, NOISE).score)


@pytest.mark.parametrize(
    ("mine", "theirs", "verdict"),
    [
        ("", "", "different"),
        ("", NOISE, "different"),
        ("路灯坏了", "路灯坏了！", "exact"),
        ("路灯坏了", "路灯亮了", "different"),
        ("请领导重视", NOISE + "请领导重视", "different"),
        ("。！？", "，", "different"),
    ],
)
def test_very_short_texts_are_judged_too(mine, theirs, verdict):
    assert likeness(mine, theirs).verdict == verdict


@pytest.mark.parametrize("text", ["啊" * 20_000, "哈啊" * 10_000, ("啊" * 9 + "哦" * 7) * 1_250, (NOISE + SCHOOL) * 60])
def test_twenty_thousand_letters_cost_no_more_than_they_must(text):
    began = time.process_time()

    assert likeness(text, text[1:]).is_duplicate
    assert time.process_time() - began < 2


def test_marks_and_spaces_are_not_compared():
    assert letters_of("Ａ３区， 夜市 ！\u200b") == "a3区夜市"
