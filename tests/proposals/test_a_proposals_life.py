"""A proposal from its first draft to what became of it: written, signed, submitted, decided, and what is refused."""

from datetime import date

import pytest

from tests.recording import small_branch, standing_kinds
from zuji.entries.models import EntryForMember
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, StaleRecord
from zuji.organizations.actions import set_membership
from zuji.proposals import actions
from zuji.proposals.actions import Step
from zuji.proposals.models import Proposal
from zuji.search.models import SearchDocument

pytestmark = pytest.mark.django_db
ON = date(2018, 3, 1)
TODAY = date(2018, 12, 1)
TEXT = {
    "title": "关于校园周边交通的提案",
    "form": "individual",
    "situation": "上下学时拥堵。",
    "suggestions": "设单行道",
}


@pytest.fixture
def world():
    return small_branch()


def begun(world, **text):
    return actions.write_proposal(world.branch, text=TEXT | text, by="甲", writer=world.member, on=ON).record


def enter(proposal, what, on=ON, **said):
    return actions.enter_step(proposal, Step(what, on, **said), by="委员", today=TODAY)


def submitted(world):
    return enter(begun(world), "submitted")


def test_a_draft_leaves_no_footprint_and_is_not_found(world):
    begun(world)

    assert standing_kinds() == []
    assert not SearchDocument.objects.exists()


def test_beginning_twice_begins_one(world):
    assert begun(world) == begun(world)
    assert Proposal.objects.count() == 1


def test_submitting_counts_once_for_the_branch_and_for_each_signer(world):
    proposal = begun(world)
    actions.sign(proposal, member=world.other, on=ON, by="乙")

    proposal = enter(proposal, "submitted")

    assert proposal.form == "joint"
    assert standing_kinds() == ["proposal.pending", "proposal.signed", "proposal.signed", "proposal.submitted"]
    assert SearchDocument.objects.get().title == TEXT["title"]


def test_steps_may_be_skipped_and_the_decision_counts_by_the_year_of_submission(world):
    proposal = enter(submitted(world), "filed", date(2018, 11, 1), body="市政协", document_no="立字1号")

    filed = Footprint.objects.standing().get(kind="proposal.filed")
    assert (filed.happened_on, filed.cohort_on) == (date(2018, 11, 1), ON)
    assert [event.what for event in proposal.events.all()] == ["submitted", "filed"]


def test_the_same_step_twice_is_one_event(world):
    proposal = submitted(world)

    enter(proposal, "filed", body="市政协")
    enter(proposal, "filed", body="市政协")

    assert proposal.events.filter(what="filed").count() == 1


def test_withdrawing_takes_the_signatures_along_and_needs_a_reason(world):
    proposal = submitted(world)

    with pytest.raises(RecordingError) as refusal:
        enter(proposal, "withdrawn")
    assert refusal.value.field == "reason"
    enter(proposal, "withdrawn", reason="已解决")

    assert standing_kinds() == ["proposal.submitted", "proposal.withdrawn"]
    assert not SearchDocument.objects.exists()


def test_converted_counts_as_not_filed(world):
    enter(submitted(world), "converted", body="市政协")

    assert "proposal.not_filed" in standing_kinds()


def test_not_filed_names_a_ground_in_force(world):
    proposal = submitted(world)

    for ground in ("", "unheard_of"):
        with pytest.raises(RecordingError) as refusal:
            enter(proposal, "not_filed", body="市政协", ground=ground)
        assert refusal.value.field == "ground"

    assert enter(proposal, "not_filed", body="市政协", ground="vague").filing_ground == "vague"


def test_merging_names_another_proposal_here_or_outside(world):
    proposal, other = submitted(world), enter(begun(world, title="关于停车的提案"), "submitted")

    for wrong in ({}, {"merged_with": proposal}):
        with pytest.raises(RecordingError) as refusal:
            enter(proposal, "merged", body="市政协", **wrong)
        assert refusal.value.field == "merged_with"

    assert enter(proposal, "merged", body="市政协", merged_with=other).merged_with == other
    assert enter(other, "merged", body="市政协", merged_into="第0045号").merged_into == "第0045号"


def test_going_back_is_a_correction_with_a_reason(world):
    proposal = enter(submitted(world), "filed", body="市政协")

    with pytest.raises(RecordingError) as refusal:
        enter(proposal, "screening")
    assert refusal.value.field == "reason"
    with pytest.raises(RecordingError):
        enter(proposal, "not_filed", body="市政协", ground="vague")

    assert enter(proposal, "screening", reason="录错").status == "undecided"


@pytest.mark.parametrize(
    ("step", "field"),
    [
        (Step("filed", ON), "body"),
        (Step("filed", date(2018, 2, 1), body="市政协"), "on"),
        (Step("filed", date(2019, 1, 1), body="市政协"), "on"),
        (Step("filed", date(218, 1, 1), body="市政协"), "on"),
        (Step("lost", ON), "what"),
        (Step("returned", ON, body="市政协"), "reason"),
    ],
)
def test_a_step_that_cannot_be_is_refused(world, step, field):
    with pytest.raises(RecordingError) as refusal:
        actions.enter_step(submitted(world), step, by="委员", today=TODAY)

    assert refusal.value.field == field


def test_what_is_not_submitted_is_not_decided_and_what_is_not_filed_is_not_handled(world):
    with pytest.raises(ZujiError):
        enter(begun(world), "filed", body="市政协")
    with pytest.raises(ZujiError):
        enter(submitted(world), "handling")
    with pytest.raises(ZujiError):
        enter(submitted(world), "key", body="市政协")


def test_key_and_excellent_count_for_the_branch(world):
    proposal = enter(submitted(world), "filed", body="市政协")

    proposal = enter(proposal, "key", body="主席会议", supervisor="副主席")
    enter(proposal, "excellent", date(2018, 11, 11), body="市政协")

    assert proposal.supervisor == "副主席"
    assert {"proposal.key", "proposal.excellent"} <= set(standing_kinds())


def test_a_number_belongs_to_one_proposal_of_a_session(world):
    number = ("city", "绥化市", 4, 2, 12)
    first = enter(submitted(world), "filed", body="市政协")
    second = enter(enter(begun(world, title="关于停车的提案"), "submitted"), "filed", body="市政协")

    with pytest.raises(RecordingError):
        enter(first, "numbered")
    enter(first, "numbered", number=number)

    with pytest.raises(RecordingError) as refusal:
        enter(second, "numbered", number=number)
    assert refusal.value.field == "number"


def test_somebody_who_is_no_member_cannot_sign_and_is_named(world):
    proposal = begun(world)
    set_membership(world.other, world.branch, from_on=date(2015, 1, 1), until_on=date(2018, 2, 1))

    with pytest.raises(RecordingError) as refusal:
        actions.sign(proposal, member=world.other, on=ON, by="乙")

    assert refusal.value.field == "member"
    assert world.other.name in str(refusal.value)


def test_a_signer_who_left_before_submission_is_named(world):
    proposal = begun(world)
    actions.sign(proposal, member=world.other, on=ON, by="乙")
    set_membership(world.other, world.branch, from_on=date(2015, 1, 1), until_on=date(2018, 4, 1))

    with pytest.raises(RecordingError) as refusal:
        enter(proposal, "submitted", date(2018, 5, 1))

    assert world.other.name in str(refusal.value)


def test_a_signature_entered_for_a_member_waits_for_their_word(world):
    proposal = begun(world)

    actions.sign(proposal, member=world.other, on=ON, by="甲", ground="phone", is_own=False)
    assert EntryForMember.objects.get().member == world.other
    actions.sign(proposal, member=world.other, on=ON, by="乙")

    assert not EntryForMember.objects.exists()
    assert [signature.role for signature in proposal.signatures.all()] == ["lead", "joint"]


def test_signatures_are_taken_back_before_submission_only(world):
    proposal = begun(world)
    actions.sign(proposal, member=world.other, on=ON, by="乙")

    with pytest.raises(ZujiError):
        actions.unsign(proposal, member=world.member)
    assert actions.unsign(proposal, member=world.other)
    assert not actions.unsign(proposal, member=world.other)

    proposal = enter(proposal, "submitted")
    with pytest.raises(ZujiError):
        actions.unsign(proposal, member=world.member)


def test_an_organization_proposes_without_signatures(world):
    proposal = actions.write_proposal(
        world.branch, text=TEXT | {"form": "constituency"}, by="甲", writer=world.member, on=ON
    ).record

    with pytest.raises(RecordingError):
        actions.sign(proposal, member=world.member, on=ON, by="甲")
    enter(proposal, "submitted")

    assert standing_kinds() == ["proposal.pending", "proposal.submitted"]


def test_an_unsigned_proposal_is_not_submitted(world):
    proposal = actions.write_proposal(world.branch, text=TEXT, by="甲", writer=None, on=ON).record

    with pytest.raises(RecordingError):
        enter(proposal, "submitted")


def test_where_offices_are_kept_a_signer_without_one_gives_a_reason(world):
    proposal = begun(world)
    office = actions.note_office(world.other, kind="cppcc_member", level="city", from_on=date(2017, 1, 1)).record

    with pytest.raises(RecordingError) as refusal:
        enter(proposal, "submitted")
    assert refusal.value.field == "reason"
    assert enter(proposal, "submitted", reason="本支部制度要求人人署名").office_note

    actions.forget_office(office)
    assert enter(begun(world, title="关于停车的提案"), "submitted").office_note == ""


def test_an_office_ends_after_it_begins(world):
    with pytest.raises(RecordingError) as refusal:
        actions.note_office(
            world.other, kind="cppcc_member", level="city", from_on=date(2017, 1, 1), until_on=date(2016, 1, 1)
        )
    assert refusal.value.field == "until_on"


def test_the_text_is_free_until_submitted_and_after_a_return(world):
    proposal = begun(world)
    changed = actions.change_proposal(proposal, text=TEXT | {"analysis": "路窄。"}, seen=0, by="甲")
    assert (changed.analysis, changed.revision) == ("路窄。", 1)

    with pytest.raises(StaleRecord):
        actions.change_proposal(proposal, text=TEXT, seen=0, by="乙")
    with pytest.raises(RecordingError):
        actions.change_proposal(proposal, text={"title": " "}, seen=1, by="甲")
    proposal = enter(proposal, "submitted")
    with pytest.raises(ZujiError):
        actions.change_proposal(proposal, text=TEXT, seen=1, by="甲")

    enter(proposal, "returned", body="提案委", reason="一事一案")
    actions.change_proposal(proposal, text=TEXT, seen=1, by="甲")
    assert enter(proposal, "submitted", date(2018, 3, 9)).submitted_on == ON


def test_a_committee_returns_what_was_not_yet_submitted(world):
    proposal = enter(begun(world), "party_committee_review")

    returned = enter(proposal, "returned", body="民进市委会", reason="请补数据")

    assert returned.state == "branch_review"
    assert standing_kinds() == []


def test_only_a_draft_is_thrown_away(world):
    actions.discard_proposal(begun(world))
    assert not Proposal.objects.exists()

    with pytest.raises(ZujiError):
        actions.discard_proposal(enter(begun(world), "branch_review"))
