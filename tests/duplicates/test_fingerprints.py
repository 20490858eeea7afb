"""Fingerprints are few, the same everywhere, and shared by what shares text."""

from tests.duplicates import texts
from tests.duplicates.texts import NOISE
from zuji.duplicates.fingerprints import AT_LEAST, AT_MOST, fingerprints_of
from zuji.duplicates.likeness import letters_of
from zuji.operations.bench.made_texts import MadeTexts


def fingerprints(text):
    return fingerprints_of(letters_of(text))


def test_they_are_the_same_on_every_machine():
    assert fingerprints("柳树屯小区夜市") == [-7104719053652372566, 2222473522, 3166162256]


def test_a_text_without_letters_has_none():
    assert fingerprints("") == fingerprints("……！") == []


def test_a_text_shorter_than_a_shingle_has_one_and_the_one_of_the_whole():
    whole, piece = fingerprints("路灯")

    assert whole < 0 <= piece


def test_a_page_has_some_and_a_book_no_more_than_a_few_hundred():
    made = MadeTexts()

    assert AT_LEAST < len(fingerprints(NOISE)) < 40
    assert len(fingerprints("".join(made.text() for _ in range(100)))) == AT_MOST + 1


def test_texts_that_read_the_same_have_the_same():
    assert fingerprints(texts.TRADITIONAL) == fingerprints(texts.with_zero_widths(NOISE)) == fingerprints(NOISE)


def test_a_part_of_a_text_shares_fingerprints_with_the_whole():
    made = MadeTexts(7, words=2_000)
    wholes = [made.text() for _ in range(200)]

    sharing = [bool(set(fingerprints(whole[60:210])) & set(fingerprints(whole))) for whole in wholes]

    assert sum(sharing) >= 198
