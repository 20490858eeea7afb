"""转报: what a desk passes on stands on the ladder and in the tables, and reaches the inbox of the committee above."""

from datetime import date

import pytest

from tests.infos.steps import ON, TODAY, again, at, outcome, sent, step, to_city
from tests.infos.test_the_pages_of_infos import TO_CITY, page
from zuji.accounts.models import User
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.infos import actions
from zuji.infos.models import Info
from zuji.infos.queries.ladder import ladder_of
from zuji.infos.queries.lists import inbox_of
from zuji.infos.queries.tables import info_tables
from zuji.organizations.actions import add_organization, assign_post, place_below, register_member

pytestmark = pytest.mark.django_db
LATER = date(2018, 6, 12)


@pytest.fixture
def province(world):
    """A committee above the city, with a secretary-general."""
    province = add_organization(name="省委会", level="provincial")
    place_below(world.city, province)
    user = User.objects.create_user("province")
    member, _is_new = register_member(province, member_no="P1", name="庞八仙", user=user)
    assign_post(member, province, post="secretary_general", from_on=date(2017, 1, 1), until_on=None)
    province.reader = user
    return province


def passed_on(info, province, on=LATER):
    to = actions.Destination(str(province), "capd", province.pk)
    return actions.forward_info(info, to=to, from_body="市委会", by="齐七星", on=on, today=TODAY)


def waits(committee, year=2018):
    return {line.info.pk: not line.is_settled for line in inbox_of(committee, year)}


def province_says(info, province, said):
    return actions.enter_outcome(info, said=said, by="庞八仙", today=TODAY, desk=province)


def test_passing_on_is_what_the_city_did_at_its_level(world, province):
    info = sent(world)

    for _tap in range(2):
        passed_on(info, province)

    entered = info.outcomes.get()
    assert (entered.kind, entered.body, entered.level, entered.on, entered.desk) == (
        *("forwarded", "市委会", "city", LATER, world.city),
    )


def test_the_ladder_tells_it_once_with_who_and_to_whom(world, province):
    info = sent(world)

    passed_on(info, province)

    rungs = [(str(rung.what), rung.on, rung.who) for rung in ladder_of(again(info))]
    assert rungs[-2:] == [("已报送", ON, "市委会"), ("转报", LATER, "市委会 → 省委会")]


def test_the_tables_show_it_and_count_it_as_no_adoption(world, province):
    passed_on(sent(world), province)

    tables = info_tables(world.branch, 2018, 6)

    assert [line.outcome.who for line in tables.adopted] == ["市委会 → 省委会"]
    assert (tables.summary.forwarded, tables.summary.adopted_infos) == (1, 0)


def test_it_waits_above_and_no_longer_at_the_city(world, province):
    info = sent(world)
    assert waits(world.city)[info.pk]

    passed_on(info, province)

    assert not waits(world.city)[info.pk]
    assert waits(province) == {info.pk: True}


def test_what_the_city_or_the_branch_enters_is_no_word_of_the_province(world, province):
    info = passed_on(sent(world), province)

    actions.enter_outcome(info, said=outcome(LATER, body="市委会"), by="齐七星", today=TODAY, desk=world.city)
    actions.enter_outcome(info, said=outcome(LATER, body="市政协"), by="石三川", today=TODAY)

    assert waits(province) == {info.pk: True}
    province_says(info, province, outcome(TODAY, level="province", body="省委会"))
    assert waits(province) == {info.pk: False}


def test_the_province_gives_it_back_and_it_comes_again_by_the_same_way(world, province):
    info = passed_on(sent(world), province)

    actions.return_info(info, step=step(on=LATER, body="省委会"), today=TODAY)
    actions.hand_in(again(info), is_clear=True, by="林四维", on=LATER)
    actions.send_info(again(info), to=to_city(world), by="田一禾", at=at(date(2018, 6, 13)))

    assert waits(world.city)[info.pk]
    passed_on(again(info), province, on=date(2018, 6, 14))
    assert (waits(world.city)[info.pk], waits(province)) == (False, {info.pk: True})


def test_what_the_city_uses_and_the_province_does_not_is_used(world, province):
    info = passed_on(sent(world), province)
    actions.enter_outcome(info, said=outcome(LATER, body="市委会"), by="齐七星", today=TODAY, desk=world.city)

    for _tap in range(2):
        actions.reject_info(info, step=step("已有同类", on=TODAY, body="省委会"), today=TODAY)

    assert again(info).state == "reported"
    assert [event.body for event in info.events.filter(what="rejected")] == ["省委会"]
    assert waits(province) == {info.pk: False}
    with pytest.raises(ZujiError, match="处理"):
        actions.reject_info(info, step=step(on=TODAY, body="市委会"), today=TODAY)


def test_what_the_province_does_not_use_and_somebody_uses_later_is_used(world, province):
    info = passed_on(sent(world), province)
    actions.reject_info(info, step=step("已有同类", on=TODAY, body="省委会"), today=TODAY)
    assert again(info).state == "rejected"

    actions.enter_outcome(info, said=outcome(TODAY), by="石三川", today=TODAY)

    assert again(info).state == "reported"


def test_passed_on_by_mistake_it_leaves_the_inbox_until_that_desk_has_answered(world, province):
    info = passed_on(sent(world), province)
    answer = province_says(info, province, outcome(LATER, level="province", body="省委会")).record
    passing_on = info.outcomes.get(kind="forwarded")
    with pytest.raises(ZujiError):
        actions.remove_outcome(passing_on, reason="转错了", by="齐七星", on=TODAY)
    actions.remove_outcome(answer, reason="误登记", by="庞八仙", on=TODAY)

    for _tap in range(2):
        actions.remove_outcome(passing_on, reason="转错了", by="齐七星", on=TODAY)

    assert (waits(province), info.outcomes.count()) == ({}, 0)
    assert waits(world.city)[info.pk]


def test_to_two_bodies_on_one_day_it_is_passed_on_twice(world, province):
    info = passed_on(sent(world), province)

    to = actions.Destination("市政协", "cppcc")
    actions.forward_info(info, to=to, from_body="市委会", by="齐七星", on=LATER, today=TODAY)

    assert info.outcomes.filter(kind="forwarded").count() == 2


@pytest.mark.parametrize(("to", "from_body"), [("市政协", "省委会"), ("市委会", "市委会")])
def test_who_has_it_not_passes_nothing_on_and_nobody_to_oneself(world, to, from_body):
    with pytest.raises(ZujiError):
        actions.forward_info(
            sent(world),
            to=actions.Destination(to, "capd"),
            from_body=from_body,
            by="齐七星",
            on=LATER,
            today=TODAY,
        )


def test_before_it_came_it_cannot_be_passed_on(world, province):
    with pytest.raises(RecordingError, match="早于"):
        passed_on(sent(world), province, on=date(2018, 6, 4))


def test_on_the_pages_it_goes_up_is_read_there_and_answered(world, province, client):
    info, year = sent(world), today().year
    named = TO_CITY | {"body": "省委会"}  # typed rather than ticked: the same desk

    page(client, world.users.chair, "forwarding-create", info.pk, data=named)

    _answer, inbox = page(client, province.reader, "inbox", province.pk, query=f"?year={year}")
    assert "市委会转来" in inbox
    _answer, text = page(client, province.reader, "info-detail", info.pk)
    assert "室温常在十五度以下" in text
    assert all(step in text for step in ("登记结果", "转报", "不采用", "退回"))
    said = {"kind": "adopted", "body": "省委会", "body_kind": "capd", "level": "province", "on": f"{today():%Y-%m-%d}"}
    page(client, province.reader, "outcome-create", info.pk, data=said)
    _answer, text = page(client, world.users.member, "info-detail", info.pk)
    assert "市委会 → 省委会" in text
    assert Info.objects.get(pk=info.pk).outcomes.get(kind="adopted").desk == province


def test_a_desk_enters_no_passing_on_beside_the_step_that_reaches_the_next_desk(world, client):
    info = sent(world)
    said = {"kind": "forwarded", "body": "市委会", "body_kind": "capd", "level": "city", "on": f"{today():%Y-%m-%d}"}

    page(client, world.users.chair, "outcome-create", info.pk, data=said)
    assert not info.outcomes.exists()

    page(client, world.users.director, "outcome-create", info.pk, data=said)
    assert info.outcomes.get().dispatch is None


def test_that_the_city_passed_it_on_is_taken_back_by_the_city_and_not_by_the_branch(world, province, client):
    outcome_number = passed_on(sent(world), province).outcomes.get().pk

    answer, _text = page(client, world.users.director, "outcome-removal-create", outcome_number)
    assert answer.status_code == 404
    page(client, world.users.chair, "outcome-removal-create", outcome_number, data={"reason": "转错了"})

    assert waits(province) == {}
