"""Somebody else checks and signs what one wrote: always where a branch says so, else where there is somebody."""

from datetime import date

import pytest

from tests.infos.steps import ON, TODAY, again, at, begin, sent, to_city, written
from tests.infos.test_the_pages_of_infos import TO_CITY, page
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.infos import actions
from zuji.infos.queries.ladder import ladder_of
from zuji.organizations.actions import set_policy

pytestmark = pytest.mark.django_db


def of_director(world):
    info = begin(world, member=world.director)
    return actions.hand_in(info, is_clear=True, by=world.director.name, on=ON)


def signed(info, world, by="田一禾", **saw):
    return actions.send_info(info, to=to_city(world), by=by, at=at(), saw=actions.SignerSaw(**saw))


def waived(info):
    return [(event.by, event.reason) for event in info.events.filter(what="waived")]


def strict(world, from_on=date(2018, 1, 1)):
    set_policy(world.branch, key="sod_mode", value="strict", from_on=from_on, clause="支部制度第八条", by="田一禾")


def test_as_shipped_the_author_may_sign_and_the_ladder_says_so(world):
    info = signed(of_director(world), world, member_id=world.director.pk, why_own="支部只有一人签发")

    assert info.state == "reported"
    assert waived(info) == [("田一禾", "支部只有一人签发")]
    assert [(str(rung.what), rung.note) for rung in ladder_of(again(info))][2] == (
        *("作者本人核对并签发（未另有他人）", "支部只有一人签发"),
    )


def test_the_reason_may_stay_empty_and_a_double_tap_notes_it_once(world):
    info = signed(of_director(world), world)

    signed(again(info), world)

    assert waived(info) == [("田一禾", "")]


def test_signed_by_somebody_else_nothing_is_waived(world):
    assert waived(sent(world)) == []


def test_where_the_branch_is_strict_the_author_is_refused_and_another_signs(world):
    strict(world)
    info = of_director(world)

    with pytest.raises(ZujiError, match="作者以外"):
        signed(info, world, member_id=world.director.pk)
    assert again(info).state == "submitted"

    assert signed(again(info), world, by="乔二木").state == "reported"
    assert waived(info) == []


def test_the_setting_holds_from_its_day_on(world):
    strict(world, from_on=date(2018, 7, 1))

    assert signed(of_director(world), world).state == "reported"


def test_a_namesake_is_somebody_else(world):
    strict(world)

    assert signed(of_director(world), world, member_id=world.deputy.pk).state == "reported"


def test_the_branchs_own_is_the_work_of_who_wrote_it_down(world):
    strict(world)
    info = actions.write_info(world.branch, None, written=written(), by="田一禾", on=ON).record
    actions.hand_in(info, is_clear=True, by="田一禾", on=ON)

    with pytest.raises(ZujiError, match="作者以外"):
        signed(again(info), world)


def test_the_page_notes_why_where_it_may_be_and_has_no_button_where_not(world, client):
    director, info = world.users.director, of_director(world)
    _answer, text = page(client, director, "sending-create", info.pk)
    assert "为什么没有他人签发" in text
    assert "签发并报送</button>" in text

    strict(world, from_on=today())
    _answer, text = page(client, director, "sending-create", info.pk)
    assert "作者以外" in text
    assert "签发并报送</button>" not in text
    page(client, director, "sending-create", info.pk, data=TO_CITY)
    assert again(info).state == "submitted"
    page(client, world.users.deputy, "sending-create", info.pk, data=TO_CITY)
    assert again(info).state == "reported"


def test_who_signs_anothers_is_not_asked_why(world, client):
    info = begin(world)
    actions.hand_in(info, is_clear=True, by="林四维", on=TODAY)

    _answer, text = page(client, world.users.director, "sending-create", info.pk)

    assert "为什么没有他人签发" not in text
