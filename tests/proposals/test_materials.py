"""提案素材: written by any member, counted from the day it is handed in, and never beside its own signature."""

from datetime import date

import pytest

from tests.recording import small_branch, standing_kinds
from zuji.derivations.queries import outputs_of
from zuji.entries.models import EntryForMember
from zuji.footprints.facts import reference_to
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, StaleRecord
from zuji.organizations.actions import set_membership
from zuji.proposals import actions
from zuji.proposals.actions import Step

pytestmark = pytest.mark.django_db
ON = date(2018, 3, 1)


@pytest.fixture
def world():
    return small_branch()


def written(world, text="车位少。", **said):
    return actions.write_material(
        world.branch, member=world.member, title="停车难", text=text, on=ON, by="甲", **said
    ).record


def taken_up(world, material, writer):
    text = {"title": "关于停车的提案", "form": "individual"}
    return actions.write_proposal(
        world.branch, text=text, by="甲", writer=writer, on=ON, source=reference_to(material)
    ).record


def submit(proposal):
    return actions.enter_step(proposal, Step("submitted", ON), by="甲", today=ON)


def test_a_material_counts_from_the_day_it_is_handed_in(world):
    material = written(world)
    assert standing_kinds() == []

    actions.hand_in_material(material, on=ON, today=ON)
    actions.hand_in_material(material, on=ON, today=ON)
    assert standing_kinds() == ["proposal.written"]

    actions.take_back_material(material)
    assert standing_kinds() == []


def test_written_twice_is_one_material(world):
    assert written(world) == written(world)


def test_taken_up_it_gives_way_to_its_authors_signature(world):
    material = actions.hand_in_material(written(world), on=ON, today=ON)
    proposal = taken_up(world, material, world.member)
    assert standing_kinds() == ["proposal.written"]

    submit(proposal)
    assert outputs_of(reference_to(material)) == [reference_to(proposal)]
    assert standing_kinds() == ["proposal.pending", "proposal.signed", "proposal.submitted"]

    actions.enter_step(proposal, Step("withdrawn", ON, reason="撤回"), by="甲", today=ON)
    assert "proposal.written" in standing_kinds()


def test_taken_up_by_somebody_else_it_counts_on_for_its_author(world):
    material = actions.hand_in_material(written(world), on=ON, today=ON)

    submit(taken_up(world, material, world.other))

    assert standing_kinds() == ["proposal.pending", "proposal.signed", "proposal.submitted", "proposal.written"]


def test_what_was_taken_up_is_neither_changed_nor_taken_back(world):
    material = actions.hand_in_material(written(world), on=ON, today=ON)
    taken_up(world, material, world.member)

    with pytest.raises(ZujiError):
        actions.take_back_material(material)
    with pytest.raises(ZujiError):
        actions.change_material(material, title="停车", text="改", seen=0, by="甲")


def test_what_cannot_be_is_refused(world):
    with pytest.raises(ZujiError):
        actions.hand_in_material(written(world, text=" "), on=ON, today=ON)
    with pytest.raises(RecordingError):
        actions.hand_in_material(written(world), on=date(2018, 3, 2), today=ON)
    with pytest.raises(RecordingError):
        actions.write_material(world.branch, member=world.member, title=" ", text="", on=ON, by="甲")
    set_membership(world.other, world.branch, from_on=date(2015, 1, 1), until_on=date(2018, 2, 1))
    with pytest.raises(RecordingError) as refusal:
        actions.write_material(world.branch, member=world.other, title="停车", text="", on=ON, by="甲")
    assert world.other.name in str(refusal.value)


def test_a_stale_page_and_an_empty_title_are_refused(world):
    material = written(world)
    actions.change_material(material, title="停车", text="改", seen=0, by="甲")

    with pytest.raises(StaleRecord):
        actions.change_material(material, title="停车", text="又改", seen=0, by="乙")
    with pytest.raises(RecordingError):
        actions.change_material(material, title=" ", text="又改", seen=1, by="乙")


def test_written_down_for_a_member_it_waits_for_their_word(world):
    written(world, ground="phone")

    assert EntryForMember.objects.get().member == world.member
