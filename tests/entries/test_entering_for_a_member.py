"""What one enters for another: under both names, on a ground, waiting for the member's word."""

from datetime import date

import pytest

from tests.world import YEAR
from zuji.entries.actions import answer_entry, enter_for, forget_entry, reply_to_objection
from zuji.entries.models import EntryForMember
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.thought_reports.models import ThoughtReportReceipt

pytestmark = pytest.mark.django_db
ON = date(YEAR, 4, 2)


@pytest.fixture
def entry(world):
    """The receipt of the member's report, entered on paper by the organization officer."""
    return EntryForMember.objects.get()


def enter(world, **given):
    said = {"organization": world.branch, "ground": "phone", "by": "石三川", "on": ON}
    return enter_for(ThoughtReportReceipt.objects.get(), world.member, **(said | given))


# Entering


def test_it_keeps_both_names_the_ground_and_the_day(world):
    found = enter(world)

    assert (found.member, found.entered_by, found.ground, found.entered_on) == (world.member, "石三川", "phone", ON)
    assert found.about == f"thought_report_receipt:{ThoughtReportReceipt.objects.get().pk}"
    assert found.answer == ""


@pytest.mark.parametrize("ground", ["", "own", "gossip"])
def test_without_a_ground_it_is_refused(world, ground):
    with pytest.raises(RecordingError) as refused:
        enter(world, ground=ground)

    assert (refused.value.field, str(refused.value)) == ("ground", "请说明会员以何种方式告知：电话、书面或当面。")


def test_one_record_is_entered_once(world, entry):
    assert enter(world).pk == entry.pk
    assert EntryForMember.objects.count() == 1


def test_entered_anew_after_an_objection_it_waits_anew(world, entry):
    answer_entry(entry, answer="objected", objection="不是我交的。", on=ON)
    reply_to_objection(entry, reply="已更正。", by="石三川", on=ON)

    again = enter(world)

    assert (again.answer, again.objection, again.reply, again.answered_on, again.replied_on) == ("", "", "", None, None)
    assert again.revision == entry.revision + 1


def test_a_record_taken_back_waits_for_nobody(world):
    forget_entry(ThoughtReportReceipt.objects.get())

    assert not EntryForMember.objects.exists()


def test_what_nobody_entered_is_forgotten_without_a_word(world):
    forget_entry(world.held)

    assert EntryForMember.objects.count() == 1


# The member's word


def test_the_member_agrees(entry):
    said = answer_entry(entry, answer="confirmed", on=ON)

    assert (said.answer, said.answered_on, said.objection) == ("confirmed", ON, "")


def test_agreed_twice_the_first_day_stands(entry):
    answer_entry(entry, answer="confirmed", on=ON)

    assert answer_entry(entry, answer="confirmed", on=date(YEAR, 5, 1)).answered_on == ON


def test_the_member_objects_in_words(entry):
    assert answer_entry(entry, answer="objected", objection="  不是我交的。 ", on=ON).objection == "不是我交的。"


def test_an_objection_tapped_again_leaves_its_answer_standing(entry):
    answer_entry(entry, answer="objected", objection="不是我交的。", on=ON)
    reply_to_objection(entry, reply="已更正。", by="石三川", on=ON)

    assert answer_entry(entry, answer="objected", objection="不是我交的。", on=ON).reply == "已更正。"


def test_another_objection_waits_for_another_answer(entry):
    answer_entry(entry, answer="objected", objection="不是我交的。", on=ON)
    reply_to_objection(entry, reply="已更正。", by="石三川", on=ON)

    assert answer_entry(entry, answer="objected", objection="日子也不对。", on=ON).reply == ""


def test_agreeing_after_all_takes_the_objection_back(entry):
    answer_entry(entry, answer="objected", objection="不是我交的。", on=ON)

    assert answer_entry(entry, answer="confirmed", on=ON).objection == ""


@pytest.mark.parametrize(
    ("answer", "objection", "field", "sentence"),
    [("objected", "  ", "objection", "请写明哪里不对。"), ("perhaps", "", "answer", "请选择是否属实。")],
)
def test_bad_input_is_said_in_a_sentence(entry, answer, objection, field, sentence):
    with pytest.raises(RecordingError) as refused:
        answer_entry(entry, answer=answer, objection=objection, on=ON)

    assert (refused.value.field, str(refused.value)) == (field, sentence)


def test_nobody_agrees_with_what_was_entered_anew_meanwhile(world, entry):
    enter(world)

    with pytest.raises(ZujiError) as refused:
        answer_entry(entry, answer="confirmed", on=ON, seen=entry.revision)

    assert str(refused.value) == "其间已重新录入，请再看一遍。"
    assert EntryForMember.objects.get().answer == ""


# The answer


def test_an_objection_is_answered_under_a_name(entry):
    answer_entry(entry, answer="objected", objection="不是我交的。", on=ON)

    said = reply_to_objection(entry, reply=" 已更正。 ", by="石三川", on=ON)

    assert (said.reply, said.replied_by, said.replied_on) == ("已更正。", "石三川", ON)


def test_answered_twice_in_the_same_words_it_is_one(entry):
    answer_entry(entry, answer="objected", objection="不是我交的。", on=ON)
    reply_to_objection(entry, reply="已更正。", by="石三川", on=ON)

    assert reply_to_objection(entry, reply="已更正。", by="田一禾", on=ON).replied_by == "石三川"


def test_a_second_answer_is_told_of_the_first(entry):
    answer_entry(entry, answer="objected", objection="不是我交的。", on=ON)
    reply_to_objection(entry, reply="已更正。", by="石三川", on=ON)

    with pytest.raises(ZujiError) as refused:
        reply_to_objection(entry, reply="没有错。", by="田一禾", on=ON)

    assert str(refused.value) == "石三川已经答复过了。"


def test_without_an_objection_there_is_nothing_to_answer(entry):
    with pytest.raises(ZujiError) as refused:
        reply_to_objection(entry, reply="已更正。", by="石三川", on=ON)

    assert str(refused.value) == "这条录入没有异议。"


def test_an_answer_needs_words(entry):
    answer_entry(entry, answer="objected", objection="不是我交的。", on=ON)

    with pytest.raises(RecordingError) as refused:
        reply_to_objection(entry, reply=" ", by="石三川", on=ON)

    assert refused.value.field == "reply"
