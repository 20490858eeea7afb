"""Before it is vouched for or signed, a text that seems to hold somebody's number says so; it is a hint and no bar."""

import pytest

from tests.infos.steps import again, begin, handed_in
from tests.infos.test_the_pages_of_infos import TO_CITY, page
from zuji.infos.models import Info
from zuji.infos.queries.privacy import personal_numbers_in

IDENTITY = "11010519491231002X"


def found_in(text, part="situation"):
    return [(str(each.sort), str(each.part), each.words) for each in personal_numbers_in(Info(**{part: text}))]


@pytest.mark.parametrize(
    "written",
    [IDENTITY, IDENTITY.lower(), "440308199901010012", "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ"],
)
def test_an_identity_number_is_found_however_it_is_written(written):
    assert [sort for sort, _part, _words in found_in(f"居民张某（{written}）反映")] == ["身份证号"]


@pytest.mark.parametrize(
    "written", ["13812345678", "138 1234 5678", "138-1234-5678", "+86 13812345678", "8613812345678"]
)
def test_a_mobile_number_is_found_however_it_is_written(written):
    assert [sort for sort, _part, _words in found_in(f"请联系{written}。")] == ["手机号"]


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021",  # the check digit does not fit
        "2018年共投入12812345678元",  # no mobile number begins so
        "编号113812345678",  # longer
        "电话0455-8312345，共6000户，13812、345678",
    ],
)
def test_another_number_is_left_alone(text):
    assert found_in(text) == []


def test_the_place_is_told_by_part_and_the_words_before():
    assert found_in("第一行\n住户李某电话13812345678", part="suggestions") == [
        ("手机号", "建议", "住户李某电话13812345678"),
    ]


@pytest.mark.django_db
def test_the_author_is_told_where_it_stands_and_hands_it_in_all_the_same(world, client):
    info = begin(world, text=f"居民张某（{IDENTITY}）反映暖气不热。", contact="13812345678")

    _answer, text = page(client, world.users.member, "info-detail", info.pk)

    assert f"居民张某（{IDENTITY}" in text.split('id="ladder-heading"')[0]
    assert "13812345678" not in text
    page(client, world.users.member, "submission-create", info.pk, data={"is_clear": "on"})
    assert again(info).state == "submitted"


@pytest.mark.django_db
def test_the_signer_is_told_and_sends_it_all_the_same(world, client):
    info = handed_in(world, text="住户李某电话13812345678，反映暖气不热。")

    _answer, text = page(client, world.users.director, "sending-create", info.pk)
    assert "手机号" in text
    page(client, world.users.director, "sending-create", info.pk, data=TO_CITY)

    assert again(info).state == "reported"
    assert not info.events.filter(reason__contains="1381234").exists()


@pytest.mark.django_db
def test_a_text_without_any_says_nothing(world, client):
    _answer, text = page(client, world.users.director, "sending-create", handed_in(world).pk)

    assert "似乎有个人号码" not in text
