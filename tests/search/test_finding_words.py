"""A search finds what was written, however it is typed, and puts first what answers best."""

import random

import pytest
from opencc import OpenCC

from tests.search.corpus import papers
from tests.search.trial import index_of
from zuji.search.models import SearchDocument
from zuji.search.ranking import ENOUGH, MOST_CANDIDATES, ranked
from zuji.search.words import LONGEST_QUERY, words_of

pytestmark = pytest.mark.django_db
PAPERS = papers()
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@pytest.fixture
def index():
    with index_of(PAPERS) as made:
        yield made


def first(index, query):
    """The paper that comes first."""
    return PAPERS[ranked(index, query)[0] - 1]


def share_found(index, asked):
    """The share of (query, number) whose paper is among the first ten."""
    return sum(number in ranked(index, query)[:10] for query, number in asked) / len(asked)


def stretches(seed):
    """A stretch of each paper, from four to twelve characters, that fewer than ten papers hold; the paper's number."""
    dice = random.Random(seed)
    for number, (_title, body) in enumerate(PAPERS, 1):
        length = dice.randint(4, 12)
        begin = dice.randrange(len(body) - length)
        stretch = body[begin : begin + length]
        if sum(stretch in other for _title, other in PAPERS) < 10:
            yield stretch, number


def test_a_word_of_two_characters_finds_every_paper_that_holds_it_and_no_other(index):
    found = {PAPERS[number - 1] for number in ranked(index, "清淤")}

    assert found == {paper for paper in PAPERS if "清淤" in "".join(paper)}


def test_several_words_find_first_the_paper_that_holds_them_all(index):
    assert first(index, "海伦市 剪纸")[0] == "关于海伦市非遗问题的建议"


def test_a_word_that_is_nowhere_does_not_hide_the_others(index):
    assert first(index, "青冈县 校车 火箭发射")[0] == "关于青冈县校车问题的建议"


def test_a_stretch_of_the_text_finds_its_paper(index):
    asked = [(query, number) for seed in range(4) for query, number in stretches(seed)]

    assert share_found(index, asked) >= 0.99


@pytest.mark.parametrize("script", ["s2t", "s2tw", "s2hk"])
def test_traditional_characters_find_simplified_ones(index, script):
    to_traditional = OpenCC(script).convert
    asked = [(to_traditional(query), number) for query, number in stretches(7)]

    assert share_found(index, asked) >= 0.95


def test_simplified_characters_find_traditional_ones():
    with index_of([("關於圖書館開放時間", "鄉鎮圖書室書籍陳舊"), ("关于校车", "早晚高峰")]) as index:
        assert ranked(index, "图书馆") == [1]
        assert ranked(index, "乡镇图书室书籍") == [1]


@pytest.mark.parametrize("query", ["A5型水位计", "14℃", "24小时报修"])
def test_full_width_letters_and_digits_find_half_width_ones(index, query):
    assert ranked(index, query.translate(FULL_WIDTH)) == ranked(index, query) != []


def test_upper_and_lower_case_and_what_nobody_sees_make_no_difference(index):
    assert ranked(index, "a5\u200b型") == ranked(index, "A5型") != []


def test_the_title_counts_more_than_the_body():
    with index_of([("节水建议", "供热"), ("供热建议", "节水")]) as index:
        assert ranked(index, "供热") == [2, 1]


def test_words_that_stand_together_come_before_words_apart():
    with index_of([("", "社区养老的床位"), ("", "养老院在社区旁")]) as index:
        assert ranked(index, "社区养老") == [1, 2]


def test_among_equals_the_newer_comes_first():
    with index_of([("供热", "管网")] * 3) as index:
        assert ranked(index, "供热") == [3, 2, 1]


def test_one_character_finds_what_holds_it_even_at_the_end():
    with index_of([("", "雨季倒灌"), ("", "早晚高峰")]) as index:
        assert ranked(index, "灌") == [1]
        assert ranked(index, "早") == [2]


@pytest.mark.parametrize("query", ["", " ", "。", "😀", '"', "*", "-", "%_", "&|!", "\x00", "()", "'"])
def test_without_a_letter_nothing_is_looked_for(index, query):
    assert ranked(index, query) == []


@pytest.mark.parametrize(
    "query", ['"校车"', "校车*", "-校车", "校车%", "(校车", "校车'", "校车:*", "^校车", "'校车' &"]
)
def test_signs_of_the_engines_mean_nothing(index, query):
    assert ranked(index, query) == ranked(index, "校车")


@pytest.mark.parametrize("query", ["校车 NEAR 公交", "校车 AND 公交", "NOT 校车", "tokens:校车", "校车 OR 1=1"])
def test_words_of_the_engines_are_words(index, query):
    assert "校车" in first(index, query)[0]


def test_ten_thousand_characters_ask_for_their_beginning_only(index):
    words = words_of("校车线路" * 2_500)

    assert sum(map(len, words)) == LONGEST_QUERY
    assert "校车" in PAPERS[ranked(index, "校车线路" * 2_500)[0] - 1][0]


def test_what_is_weighed_is_bounded_however_many_papers_hold_the_words():
    with index_of([("供热", f"第{number}号管网") for number in range(MOST_CANDIDATES + 50)]) as index:
        found = ranked(index, "供热")

        assert ENOUGH <= len(found) <= MOST_CANDIDATES


def test_only_what_is_within_the_readers_reach_is_found(index):
    assert ranked(index, "校车", within=SearchDocument.objects.none().values("pk")) == []
    assert ranked(index, "校车", within=SearchDocument.objects.values("pk")) == []
