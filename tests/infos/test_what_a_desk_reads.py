"""A desk reads what was sent: what the author changes afterwards is seen when it is sent again."""

import pytest

from tests.infos.steps import ON, TEXT, TODAY, again, at, sent, step, to_city, written
from tests.infos.test_the_pages_of_infos import page
from zuji.infos import actions
from zuji.infos.permissions import words_for

pytestmark = pytest.mark.django_db
MENDED = written("改过的标题", "改过的正文，补充了数据。")


@pytest.fixture
def mended(world):
    """One that the city gave back, and its author changed."""
    info = sent(world)
    actions.return_info(info, step=step(body="市委会"), today=TODAY)
    info = again(info)
    return actions.change_info(info, written=MENDED, seen=info.revision, by="林四维", on=TODAY)


def read(user, info):
    words = words_for(user, again(info))
    return words and (words.title, words.text)


def test_the_desk_that_gave_it_back_still_reads_what_came(world, mended):
    assert read(world.users.chair, mended) == ("关于改善老旧小区供热的建议", TEXT)
    assert read(world.users.member, mended) == ("改过的标题", "改过的正文，补充了数据。")


def test_no_page_of_the_desk_shows_the_new_words_before_they_are_sent(world, mended, client):
    chair, branch = world.users.chair, world.branch.pk

    def pages():
        yield page(client, chair, "info-detail", mended.pk)[1]
        yield client.get(f"/records/info/{mended.pk}/").content.decode()
        yield page(client, chair, "inbox", world.city.pk, query="?year=2018")[1]
        yield page(client, chair, "info-list", branch, query="?year=2018")[1]
        yield page(client, chair, "table-list", branch, query="?year=2018")[1]

    for text in pages():
        assert "供热的建议" in text
        assert "改过的" not in text


def test_handed_in_again_the_desk_still_finds_what_came(world, mended, client):
    actions.hand_in(again(mended), is_clear=True, by="林四维", on=TODAY)

    answer, text = page(client, world.users.chair, "info-detail", mended.pk)

    assert answer.status_code == 200
    assert TEXT in text
    assert "改过的" not in text


@pytest.mark.parametrize("on", [ON, TODAY], ids=["the same day", "later"])
def test_sent_again_the_desk_reads_the_new_words(world, mended, on):
    actions.hand_in(again(mended), is_clear=True, by="林四维", on=on)

    actions.send_info(again(mended), to=to_city(world), by="田一禾", at=at(on))

    assert read(world.users.chair, mended) == ("改过的标题", "改过的正文，补充了数据。")


def test_sent_again_to_another_body_the_first_desk_keeps_what_came_to_it(world, mended):
    actions.hand_in(again(mended), is_clear=True, by="林四维", on=TODAY)

    to = [actions.Destination("市政协", "cppcc")]
    actions.send_info(again(mended), to=to, by="田一禾", at=at(TODAY))

    assert read(world.users.chair, mended) == ("关于改善老旧小区供热的建议", TEXT)


def test_withdrawn_the_desk_reads_nothing(world):
    info = sent(world)

    actions.withdraw_info(info, step=step(), today=TODAY)

    assert read(world.users.chair, info) is None
