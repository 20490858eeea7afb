"""A draft is its author's alone, changed as often as they like, and vouched for before it is handed in."""

from datetime import date

import pytest

from tests.infos.steps import ON, again, begin, handed_in, sent, written
from zuji.derivations.queries import sources_of
from zuji.entries.models import EntryForMember
from zuji.footprints.facts import reference_to
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, StaleRecord
from zuji.infos import actions
from zuji.infos.models import Info
from zuji.research.models import ResearchProject

pytestmark = pytest.mark.django_db


def change(info, *, seen=None, **said):
    return actions.change_info(
        info, written=written(**said), seen=info.revision if seen is None else seen, by="林四维", on=ON
    )


def test_a_draft_leaves_no_footprint(world):
    before = Footprint.objects.count()

    begin(world)

    assert Footprint.objects.count() == before


def test_a_double_tap_begins_one_draft(world):
    assert begin(world) == begin(world)


def test_markup_of_word_and_wechat_is_left_out(world):
    info = begin(world, title="<b>供热</b>", text="<p class=MsoNormal>一、情况</p><script>alert(1)</script>")

    assert (info.title, info.text) == ("供热", "一、情况")


def test_without_a_title_nothing_begins(world):
    with pytest.raises(RecordingError, match="题目"):
        begin(world, title="<br>")


def test_who_is_no_member_writes_nothing_here(world):
    with pytest.raises(ZujiError, match="陆六合"):
        begin(world, member=world.other_member)


def test_one_written_from_research_says_so(world):
    source = reference_to(ResearchProject.objects.get(code="RE01"))

    info = actions.write_info(
        world.branch, world.member, written=written(), by="林四维", on=ON, origin=actions.Origin(source)
    ).record

    assert sources_of(reference_to(info)) == [source]


def test_one_written_from_nothing_is_refused_and_nothing_kept(world):
    before = Info.objects.count()

    with pytest.raises(RecordingError):
        actions.write_info(
            world.branch, world.member, written=written(), by="林四维", on=ON, origin=actions.Origin("proposal:999999")
        )

    assert Info.objects.count() == before


def test_one_entered_for_a_member_waits_for_the_members_word(world):
    info = actions.write_info(
        world.branch, world.member, written=written(), by="石三川", on=ON, origin=actions.Origin(ground="phone")
    ).record

    assert EntryForMember.objects.get(about=reference_to(info)).entered_by == "石三川"


def test_a_stale_page_is_refused_and_names_who_changed_it(world):
    info = begin(world)
    change(info, text="新的一稿")

    with pytest.raises(StaleRecord, match="林四维"):
        change(info, seen=0, text="旧页面上的一稿")

    assert again(info).text == "新的一稿"


def test_saying_the_same_again_changes_nothing(world):
    info = begin(world)

    assert change(info, seen=99).revision == info.revision


def test_what_was_changed_after_it_came_back_is_vouched_for_anew(world):
    info = handed_in(world)
    assert info.is_clear
    actions.return_info(info, step=actions.Step("补充", ON, "石三川"), today=ON)

    change(again(info), text="补充后的一稿")

    assert not again(info).is_clear


def test_one_that_was_sent_is_not_changed(world):
    info = sent(world)

    with pytest.raises(ZujiError, match="已报送"):
        change(info, text="改")


@pytest.mark.parametrize("word", ["不能在这里报送"])
def test_what_cannot_be_vouched_for_stays_a_draft_and_goes_on_paper(world, word):
    info = begin(world)

    with pytest.raises(RecordingError, match=word):
        actions.hand_in(info, is_clear=False, by="林四维", on=ON)

    assert again(info).state == "draft"


def test_an_empty_one_is_not_handed_in(world):
    info = begin(world, text="")

    with pytest.raises(ZujiError, match="还没有写"):
        actions.hand_in(info, is_clear=True, by="林四维", on=ON)


def test_a_draft_is_thrown_away_and_one_sent_is_not(world):
    draft, out = begin(world, title="草稿"), sent(world)

    actions.throw_away(draft)
    actions.throw_away(draft)
    with pytest.raises(ZujiError):
        actions.throw_away(out)

    assert not Info.objects.filter(pk=draft.pk).exists()


def test_it_answers_only_a_topic_that_was_asked_of_the_branch(world):
    topic = actions.ask_for_topic(
        world.other_branch, title="别处的题目", wanted="", due_on=None, by="陆六合", on=date(2018, 1, 2)
    ).record

    with pytest.raises(RecordingError):
        begin(world, topic_id=topic.pk)
