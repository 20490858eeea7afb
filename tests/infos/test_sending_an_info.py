"""An info is checked, signed and sent once; it counts in the month of its first sending, unless taken back."""

from datetime import date

import pytest

from tests.infos.steps import ON, TEXT, TODAY, again, at, begin, handed_in, outcome, sent, step, to_city
from zuji.duplicates.models import KnownText
from zuji.footprints.facts import reference_to
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.infos import actions
from zuji.infos.models import SentText
from zuji.infos.queries.lists import waits_for_confirming
from zuji.search.models import SearchDocument

pytestmark = pytest.mark.django_db


def facts(info):
    standing = Footprint.objects.filter(source=reference_to(info), reverses=None, reversal=None)
    return sorted((each.kind, each.credit, each.happened_on) for each in standing)


def reported(on):
    return [("info.reported", "branch", on), ("info.reported", "member", on)]


def test_it_counts_for_branch_and_author_on_the_day_it_was_sent(world):
    assert facts(sent(world)) == reported(ON)


def test_it_gets_a_number_of_the_year_in_order(world):
    first, second = sent(world), sent(world, title="另一件事", text="校门口没有人行横道，建议施划。")

    year, number = first.code.split("-")
    assert year == "2018"
    assert second.code == f"2018-{int(number) + 1:03d}"


def test_a_double_tap_sends_it_once(world):
    info = sent(world)

    actions.send_info(info, to=to_city(world), by="田一禾", at=at())

    assert info.dispatches.count() == 1
    assert [event.what for event in info.events.all()].count("reported") == 1


def test_the_same_text_to_two_bodies_is_one_info(world):
    info = handed_in(world)
    both = [*to_city(world), actions.Destination("市委统战部", "ufwd")]

    actions.send_info(info, to=both, by="田一禾", at=at())

    assert info.dispatches.count() == 2
    assert facts(info) == reported(ON)


def test_to_nobody_it_is_not_sent(world):
    with pytest.raises(RecordingError, match="报送到哪里"):
        actions.send_info(handed_in(world), to=[], by="田一禾", at=at())


def test_a_draft_is_not_sent(world):
    with pytest.raises(ZujiError, match="草稿"):
        actions.send_info(begin(world), to=to_city(world), by="田一禾", at=at())


def test_late_in_the_evening_is_still_that_day_in_shanghai(world):
    info = actions.send_info(handed_in(world), to=to_city(world), by="田一禾", at=at(date(2018, 6, 30), hour=23))

    assert facts(info) == reported(date(2018, 6, 30))


def test_returned_it_counts_no_more_and_resent_in_its_first_month(world):
    info = sent(world)
    actions.return_info(info, step=step(body="市委会"), today=TODAY)
    assert facts(info) == []

    actions.hand_in(again(info), is_clear=True, by="林四维", on=date(2018, 7, 2))
    resent = actions.send_info(again(info), to=to_city(world), by="田一禾", at=at(date(2018, 7, 3)))

    assert facts(info) == reported(ON)
    assert resent.code == info.code
    assert resent.dispatches.count() == 2


def test_not_used_it_was_sent_all_the_same(world):
    info = sent(world)

    actions.reject_info(info, step=step("已有同类信息", body="市委会"), today=TODAY)

    assert facts(info) == reported(ON)
    assert again(info).state == "rejected"


def test_withdrawn_it_is_gone_from_ledger_search_and_comparison(world):
    info = sent(world)
    assert SearchDocument.objects.filter(about=reference_to(info)).exists()

    actions.withdraw_info(info, step=step("情况有变"), today=TODAY)

    assert facts(info) == []
    assert not SearchDocument.objects.filter(about=reference_to(info)).exists()
    assert not KnownText.objects.filter(about=reference_to(info)).exists()


@pytest.mark.parametrize("take_back", [actions.return_info, actions.reject_info, actions.withdraw_info])
def test_nothing_comes_back_without_a_reason_or_after_a_body_decided(world, take_back):
    info = sent(world)
    with pytest.raises(RecordingError, match="理由"):
        take_back(info, step=step("  "), today=TODAY)
    actions.enter_outcome(info, said=outcome(date(2018, 8, 1)), by="石三川", today=TODAY)

    with pytest.raises(ZujiError, match="处理"):
        take_back(info, step=step(), today=TODAY)


def test_the_same_text_again_needs_a_reason_which_is_kept(world):
    sent(world)
    second = handed_in(world, title="再报一次")

    with pytest.raises(RecordingError, match="理由"):
        actions.send_info(second, to=to_city(world), by="田一禾", at=at())
    first = second.__class__.objects.get(title="关于改善老旧小区供热的建议")
    saw = actions.SignerSaw(reasons={reference_to(first): "补充了新的数据"})
    actions.send_info(again(second), to=to_city(world), by="田一禾", at=at(), saw=saw)

    check = second.duplicate_checks.get()
    assert (check.against, check.reason) == (reference_to(first), "补充了新的数据")
    assert check.percent == 100


def test_another_branch_of_the_committee_is_in_the_pool(world):
    sent(world)
    other = actions.write_info(
        world.other_branch, world.other_member, written=actions.Written("同一段话", TEXT), by="陆六合", on=ON
    ).record
    actions.hand_in(other, is_clear=True, by="陆六合", on=ON)

    with pytest.raises(RecordingError, match="理由"):
        actions.send_info(again(other), to=to_city(world), by="陆六合", at=at())


def test_passed_on_it_is_seen_where_it_came_from(world):
    info = sent(world)

    for _tap in range(2):
        actions.forward_info(
            info, to=actions.Destination("市政协", "cppcc"), from_body="市委会", by="齐七星", on=ON, today=TODAY
        )

    assert [(each.body, each.from_body) for each in info.dispatches.all()] == [("市委会", ""), ("市政协", "市委会")]


def test_passed_on_before_it_was_sent_is_refused(world):
    with pytest.raises(RecordingError, match="早于"):
        actions.forward_info(
            sent(world),
            to=actions.Destination("市政协", "cppcc"),
            from_body="市委会",
            by="齐七星",
            on=date(2018, 6, 1),
            today=TODAY,
        )


def test_one_that_went_on_paper_counts_on_its_own_day_once_a_late_entry_is_confirmed(world):
    info = handed_in(world)
    sent_on = date(2018, 6, 6)

    entered = actions.send_info(info, to=to_city(world), by="田一禾", at=at(sent_on), today=date(2018, 8, 1))
    assert waits_for_confirming(entered)
    with pytest.raises(ZujiError, match="您自己"):
        actions.confirm_info(entered, by="田一禾", on=date(2018, 8, 2))
    for _tap in range(2):
        confirmed = actions.confirm_info(entered, by="乔二木", on=date(2018, 8, 2))

    assert not waits_for_confirming(confirmed)
    assert facts(info) == reported(sent_on)
    assert all(
        each.is_confirmed for each in Footprint.objects.filter(source=reference_to(info), reverses=None, reversal=None)
    )


def test_a_day_still_to_come_is_not_a_day_of_sending(world):
    with pytest.raises(RecordingError, match="还没有到"):
        actions.send_info(handed_in(world), to=to_city(world), by="田一禾", at=at(TODAY), today=ON)


def test_an_info_goes_with_all_that_was_kept_of_its_sending(world):
    sent(world).delete()

    assert not SentText.objects.filter(title="关于改善老旧小区供热的建议").exists()
