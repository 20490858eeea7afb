"""办结: the branch closes an info when nothing more is expected; it counts as before, and late news is entered."""

from datetime import date

import pytest

from tests.infos.steps import ON, TODAY, again, begin, outcome, sent, step
from tests.infos.test_sending_an_info import facts, reported
from tests.infos.test_the_pages_of_infos import page
from zuji.foundation.errors import ZujiError
from zuji.infos import actions
from zuji.infos.queries.ladder import ladder_of
from zuji.infos.queries.lists import inbox_of
from zuji.infos.queries.tables import info_tables
from zuji.operations.verification import differences

pytestmark = pytest.mark.django_db


def closed(world):
    return actions.close_info(sent(world), by="石三川", on=TODAY)


def test_closed_it_counts_as_before_and_a_double_tap_closes_it_once(world):
    before = info_tables(world.branch, 2018, 6).summary.sent
    info = closed(world)

    actions.close_info(info, by="石三川", on=TODAY)

    assert again(info).state == "closed"
    assert facts(info) == reported(ON)
    assert info_tables(world.branch, 2018, 6).summary.sent == before + 1
    assert [event.what for event in info.events.all()].count("closed") == 1
    assert list(differences()) == []


def test_a_late_adoption_is_a_row_and_reopens_nothing(world):
    info = closed(world)

    actions.enter_outcome(info, said=outcome(date(2018, 8, 6)), by="石三川", today=TODAY)

    assert again(info).state == "closed"
    assert facts(info) == [("info.adopted_city", "branch", ON), *reported(ON)]


def test_opened_again_it_waits_as_before(world):
    info = closed(world)

    for _tap in range(2):
        actions.reopen_info(info, by="石三川", on=TODAY)

    assert again(info).state == "reported"
    assert [str(rung.what) for rung in ladder_of(again(info))][-2:] == ["已办结", "重新打开"]


def test_of_one_day_the_steps_stand_as_they_were_entered(world):
    info = sent(world)
    actions.enter_outcome(info, said=outcome(TODAY), by="石三川", today=TODAY)
    actions.close_info(again(info), by="石三川", on=TODAY)
    actions.enter_outcome(again(info), said=outcome(TODAY, kind="instructed"), by="石三川", today=TODAY)

    assert [str(rung.what) for rung in ladder_of(again(info))][-3:] == ["单篇采用", "已办结", "批示"]


def test_what_is_not_out_cannot_be_closed(world):
    with pytest.raises(ZujiError, match="草稿"):
        actions.close_info(begin(world), by="石三川", on=TODAY)


def test_closed_it_waits_for_nobody_and_a_desk_may_still_give_it_back(world):
    info = closed(world)
    assert [line.is_settled for line in inbox_of(world.city, 2018) if line.info == info] == [True]

    actions.return_info(info, step=step(body="市委会", on=TODAY), today=TODAY)

    assert again(info).state == "returned"


def test_who_keeps_the_infos_closes_it_and_the_list_marks_it(world, client):
    info = sent(world)
    for role in ("member", "chair"):
        answer, _text = page(client, getattr(world.users, role), "closure-create", info.pk, data={})
        assert answer.status_code == 404

    _answer, text = page(client, world.users.officer, "closure-create", info.pk, data={})

    assert "重新打开" in text
    assert "已办结" in page(client, world.users.member, "info-list", world.branch.pk, query="?year=2018")[1]
    page(client, world.users.officer, "closure-removal-create", info.pk, data={})
    assert again(info).state == "reported"
