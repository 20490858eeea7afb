"""Outcomes arrive any time later; each is the act of a named body on a day, with its paper."""

from datetime import date

import pytest

from tests.infos.steps import ON, TODAY, again, begin, outcome, sent
from tests.infos.test_sending_an_info import facts, reported
from tests.world import report_info
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.infos import actions
from zuji.infos.queries.ladder import ladder_of

pytestmark = pytest.mark.django_db


def enter(info, said, today=TODAY):
    return actions.enter_outcome(info, said=said, by="石三川", today=today)


def test_adopted_two_months_later_it_scores_with_its_sending(world):
    info = sent(world)

    enter(info, outcome(date(2018, 8, 6), issue_no="第8期"))

    assert facts(info) == [("info.adopted_city", "branch", ON), *reported(ON)]


def test_a_leaders_instruction_is_a_fact_of_its_own(world):
    info = sent(world)

    enter(info, outcome(date(2018, 8, 6)))
    enter(info, outcome(date(2018, 8, 20), kind="instructed", body="市委书记"))

    assert ("info.instructed_city", "branch", ON) in facts(info)


@pytest.mark.parametrize(("on", "sentence"), [(date(2018, 6, 4), "早于报送日期"), (date(2018, 9, 2), "还没有到")])
def test_a_day_before_it_was_sent_or_still_to_come_is_refused(world, on, sentence):
    info = sent(world)

    with pytest.raises(RecordingError, match=sentence) as refusal:
        enter(info, outcome(on))

    assert refusal.value.field == "on"
    assert info.outcomes.count() == 0


def test_a_body_without_a_name_is_refused(world):
    with pytest.raises(RecordingError, match="哪个单位"):
        enter(sent(world), outcome(TODAY, body="  "))


def test_what_was_not_sent_has_no_outcome(world):
    with pytest.raises(ZujiError, match="草稿"):
        enter(begin(world), outcome(TODAY))


def test_entered_again_it_is_one_and_a_second_instruction_is_another(world):
    info = sent(world)
    instructed = {"kind": "instructed", "body": "市委书记"}
    enter(info, outcome(date(2018, 8, 6), **instructed))
    assert not enter(info, outcome(date(2018, 8, 6), **instructed)).is_changed

    enter(info, outcome(date(2018, 8, 27), **instructed))

    assert [each.on for each in info.outcomes.all()] == [date(2018, 8, 6), date(2018, 8, 27)]


def test_an_adoption_that_was_loaded_without_a_body_is_filled_in(world):
    loaded = report_info(world, "IN77", ON, adopted_by=["city"])

    enter(loaded, outcome(date(2018, 8, 6)))

    assert [(each.body, each.on) for each in loaded.outcomes.all()] == [("市政协", date(2018, 8, 6))]


def test_taken_back_with_a_reason_the_fact_is_reversed_and_the_step_stays(world):
    info = sent(world)
    entered = enter(info, outcome(date(2018, 8, 6))).record
    with pytest.raises(RecordingError):
        actions.remove_outcome(entered, reason=" ", by="石三川", on=TODAY)

    for _tap in range(2):
        actions.remove_outcome(entered, reason="误登记", by="石三川", on=TODAY)

    assert facts(info) == reported(ON)
    assert [event.reason for event in info.events.filter(what="outcome_removed")] == ["误登记"]


def test_the_ladder_tells_each_step_on_its_day(world):
    info = sent(world)
    enter(info, outcome(date(2018, 8, 6), issue_no="第8期"))
    enter(info, outcome(date(2018, 8, 20), kind="instructed", body="市委书记"))

    rungs = [(str(rung.what), rung.on, rung.who) for rung in ladder_of(again(info))]

    assert rungs == [
        ("撰写", ON, "林四维"),
        ("已交支部", ON, "林四维"),
        ("已核对", ON, "田一禾"),
        ("已签发", ON, "田一禾"),
        ("已报送", ON, "市委会"),
        ("单篇采用", date(2018, 8, 6), "市政协"),
        ("批示", date(2018, 8, 20), "市委书记"),
    ]
