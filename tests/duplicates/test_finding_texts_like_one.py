"""The index finds among known texts what comparing with each would find, with two queries."""

import random

import pytest

from tests.duplicates import texts
from tests.duplicates.texts import NOISE, OTHER, SAME_MATTER, SCHOOL
from zuji.duplicates import queries
from zuji.duplicates.actions import forget_text, remember_text
from zuji.duplicates.likeness import Reading, compare
from zuji.duplicates.models import KnownText, TextFingerprint
from zuji.duplicates.queries import texts_like, texts_with_other_fingerprints
from zuji.operations.bench.made_texts import MadeTexts

pytestmark = pytest.mark.django_db
NUMBER = "info:%s"


@pytest.fixture
def world(world):
    """Without the texts that the year sent."""
    TextFingerprint.objects.all().delete()
    KnownText.objects.all().delete()
    return world


class Info:
    """Stands for a record of a higher app: 查重 knows records by reference only."""

    class _meta:  # noqa: N801 - Django's word
        db_table = "info"

    def __init__(self, pk):
        self.pk = pk


def remember(pk, body, organization, title=""):
    remember_text(Info(pk), organization_id=organization.pk, title=title, body=body)


def found(text, *organizations, without=""):
    matches = texts_like(text, organizations=[organization.pk for organization in organizations], without=without)
    return [(match.about, match.verdict) for match in matches]


def test_the_likest_comes_first_and_each_is_told_for_what_it_is(world):
    remember(1, SAME_MATTER, world.branch)
    remember(2, texts.in_other_words(NOISE), world.city)
    remember(3, NOISE, world.branch)
    remember(4, OTHER, world.branch)

    like = found(NOISE, world.branch, world.city)

    assert like == [("info:3", "exact"), ("info:2", "duplicate"), ("info:1", "same_matter")]


def test_a_match_says_why(world):
    remember(1, texts.cut(NOISE), world.branch)

    (match,) = texts_like(NOISE, organizations=[world.branch.pk])

    assert match.organization_id == world.branch.pk
    assert 0.5 < match.score < 1
    assert "夜市收摊以后地上的油污和竹签没有人清扫" in match.passages[0]
    assert match.unlike == ()


@pytest.mark.parametrize(
    "disguise",
    [
        texts.traditional,
        texts.full_width,
        texts.without_marks,
        texts.with_zero_widths,
        texts.in_another_order,
        texts.greeted,
        texts.cut,
        texts.in_other_words,
    ],
)
def test_each_disguise_is_found(world, disguise):
    remember(1, NOISE, world.branch)

    assert [about for about, _verdict in found(disguise(NOISE), world.branch)] == ["info:1"]


def test_the_form_of_another_school_is_not_found(world):
    remember(1, SCHOOL, world.branch)

    assert found(SCHOOL.replace("红旗小学", "育红小学"), world.branch) == []


def test_only_the_organizations_asked_for_are_looked_at(world):
    remember(1, NOISE, world.branch)
    remember(2, NOISE, world.other_branch)

    assert found(NOISE, world.other_branch) == [("info:2", "exact")]
    assert found(NOISE) == []


def test_many_organizations_at_once_give_the_same(world, monkeypatch):
    remember(1, NOISE, world.branch)
    remember(2, NOISE, world.other_branch)
    monkeypatch.setattr(queries, "NAMED_POOLS", 0)

    assert found(NOISE, world.other_branch) == [("info:2", "exact")]


def test_the_record_itself_is_left_out(world):
    remember(1, NOISE, world.branch)

    assert found(NOISE, world.branch, without="info:1") == []


def test_a_text_remembered_again_replaces_the_old_one(world):
    remember(1, OTHER, world.branch)
    remember(1, NOISE, world.branch)

    assert found(OTHER, world.branch) == []
    assert found(NOISE, world.branch) == [("info:1", "exact")]
    assert list(texts_with_other_fingerprints()) == []


def test_a_text_that_moves_to_another_branch_is_found_there(world):
    remember(1, NOISE, world.branch)
    remember(1, NOISE, world.other_branch)

    assert found(NOISE, world.branch) == []
    assert found(NOISE, world.other_branch) == [("info:1", "exact")]


def test_a_text_forgotten_leaves_nothing(world):
    remember(1, NOISE, world.branch)
    remember(2, OTHER, world.branch)

    forget_text(Info(1))
    forget_text(Info(99))

    assert found(NOISE, world.branch) == []
    assert list(KnownText.objects.values_list("about", flat=True)) == ["info:2"]
    assert set(TextFingerprint.objects.values_list("text_id", flat=True)) == {KnownText.objects.get().pk}


def test_empty_and_very_short_texts_are_remembered_and_found(world):
    remember(1, "", world.branch)
    remember(2, "路灯坏了", world.branch)

    assert found("", world.branch) == []
    assert found("路灯坏了！", world.branch) == [("info:2", "exact")]


def test_a_text_of_twenty_thousand_letters_is_found_by_a_page_of_it(world):
    made = MadeTexts(3, words=2_000)
    book = "".join(made.text() for _ in range(30))[:20_000]
    remember(1, book, world.branch)

    assert found(book, world.branch) == [("info:1", "exact")]
    assert found(book[7_000:8_200], world.branch) == [("info:1", "duplicate")]


def test_a_phrase_of_the_trade_hides_no_duplicate(world):
    made = MadeTexts(4, words=2_000)
    for pk in range(2 * queries.ROWS):
        remember(pk, NOISE[:40] + made.text(), world.branch)
    remember(999, NOISE, world.branch)

    assert found(texts.in_other_words(NOISE), world.branch)[0] == ("info:999", "duplicate")


def test_two_hundred_copies_give_ten(world):
    for pk in range(200):
        remember(pk, NOISE, world.branch)

    assert [verdict for _about, verdict in found(NOISE, world.branch)] == ["exact"] * queries.GIVEN


def test_copies_of_other_organizations_hide_no_copy_of_ours(world):
    for pk in range(queries.ROWS + 10):
        remember(pk, NOISE, world.other_branch)
    remember(999, NOISE, world.branch)

    assert found(NOISE, world.branch) == [("info:999", "exact")]


def test_very_long_candidates_are_not_compared_without_end(world, monkeypatch):
    for pk in range(4):
        remember(pk, NOISE, world.branch)
    monkeypatch.setattr(queries, "LETTERS", 2 * len(NOISE))

    assert len(found(NOISE, world.branch)) == 2


def test_asking_takes_two_queries_however_many_texts_are_known(world, django_assert_num_queries):
    made = MadeTexts(5, words=2_000)
    for pk in range(100):
        remember(pk, made.text(), world.branch)
    remember(100, NOISE, world.branch)

    with django_assert_num_queries(2):
        assert found(NOISE, world.branch, world.city)


def test_the_index_finds_what_comparing_with_every_text_finds(world):
    made = MadeTexts(6, words=2_000)
    known = {pk: made.text() for pk in range(150)}
    known |= {pk: made.disguised(known[pk - 150]) for pk in range(150, 200)}
    for pk, body in known.items():
        remember(pk, body, random.Random(pk).choice([world.branch, world.other_branch]))

    for pk in range(150, 200):
        mine = Reading.of(known[pk])
        wanted = {NUMBER % other for other, body in known.items() if compare(mine, Reading.of(body)).is_duplicate}
        matches = texts_like(known[pk], organizations=[world.branch.pk, world.other_branch.pk])
        assert {match.about for match in matches if match.verdict != "same_matter"} == wanted


def test_a_fingerprint_lost_or_changed_is_told(world):
    remember(1, NOISE, world.branch)
    remember(2, OTHER, world.branch)
    lost = TextFingerprint.objects.filter(text__about="info:1").order_by("fingerprint").last()
    TextFingerprint.objects.filter(text=lost.text, fingerprint=lost.fingerprint).delete()
    TextFingerprint.objects.filter(text__about="info:2", fingerprint__lt=0).update(pool=world.city.pk)

    TextFingerprint.objects.create(fingerprint=7, pool=world.city.pk, text_id=10**9)

    told = {known.about: (len(missing), len(extra)) for known, missing, extra in texts_with_other_fingerprints()}

    assert told == {"info:1": (1, 0), "info:2": (1, 1), "#1000000000": (0, 1)}
