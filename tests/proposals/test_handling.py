"""承办: a filed proposal at a unit, its reply in a scheme, what the proposer thinks, and handling again."""

from datetime import date

import pytest

from tests.recording import small_branch
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.proposals import actions
from zuji.proposals.actions import Step
from zuji.proposals.models import ProposalAssignment, ProposalReply
from zuji.proposals.queries.proposals import overdue

pytestmark = pytest.mark.django_db
ON = date(2018, 3, 1)
TOLD = {"by": "委员", "today": date(2018, 12, 1)}


@pytest.fixture
def filed():
    world = small_branch()
    text = {"title": "关于校园周边交通的提案", "form": "individual"}
    proposal = actions.write_proposal(world.branch, text=text, by="甲", writer=world.member, on=ON).record
    for step in (Step("submitted", ON), Step("filed", ON, body="市政协")):
        proposal = actions.enter_step(proposal, step, **TOLD)
    return proposal


def assigned(proposal, unit="市公安局", role="lead"):
    return actions.assign_proposal(proposal, unit=unit, role=role, assigned_on=date(2018, 4, 1), **TOLD).record


def replied(assignment, on=date(2018, 5, 1), reply_class="B", scheme="three_class"):
    return actions.record_reply(assignment, replied_on=on, scheme=scheme, reply_class=reply_class, **TOLD)


def test_a_unit_has_the_days_of_the_policy_and_more_when_extended(filed):
    assignment = assigned(filed)
    assert assignment.due_on == date(2018, 6, 30)

    actions.note_contact(assignment, contacted_on=date(2018, 4, 9), consulted_on=None, extended_on=date(2018, 6, 1))

    assignment.refresh_from_db()
    assert (assignment.due_on, assignment.contacted_on) == (date(2018, 9, 28), date(2018, 4, 9))


def test_the_same_unit_is_assigned_once_and_others_beside_it(filed):
    assert assigned(filed) == assigned(filed)
    assigned(filed, unit="市教育局", role="co_handler")

    filed.refresh_from_db()
    assert ProposalAssignment.objects.count() == 2
    assert (filed.state, filed.handling_body) == ("assigned", "市公安局")


def test_a_letter_is_kept_with_its_scheme(filed):
    reply = replied(assigned(filed))
    four = replied(assigned(filed, unit="市教育局"), scheme="four_class", reply_class="B")

    assert reply.class_words != four.class_words
    with pytest.raises(RecordingError):
        replied(assigned(filed), reply_class="D")
    with pytest.raises(RecordingError):
        replied(assigned(filed), on=date(2018, 3, 1))


def test_overdue_is_told_until_the_reply_and_the_feedback_are_there(filed):
    assignment = assigned(filed)
    assert not overdue([assignment], date(2018, 6, 30))
    assert "市公安局" in overdue([assignment], date(2018, 7, 1))[0].words

    reply = replied(assignment)
    assert reply.feedback_due_on == date(2018, 5, 16)
    assignment = ProposalAssignment.objects.select_related("reply").get()
    assert overdue([assignment], date(2018, 5, 17))
    actions.give_feedback(reply, process="satisfied", result="basically", on=date(2018, 5, 10), **TOLD)
    assert not overdue([ProposalAssignment.objects.select_related("reply").get()], date(2018, 12, 1))


def test_process_and_result_are_judged_apart_and_handling_again_has_its_own_day(filed):
    reply = replied(assigned(filed))

    actions.give_feedback(
        reply, process="satisfied", result="unsatisfied", on=date(2018, 5, 10), asks_again=True, **TOLD
    )

    again = ProposalAssignment.objects.get(round=2)
    filed.refresh_from_db()
    assert (filed.state, filed.status) == ("re_handling", "filed")
    assert again.due_on == date(2018, 6, 9)
    replied(again, on=date(2018, 6, 1), reply_class="A")
    filed.refresh_from_db()
    assert filed.state == "replied"
    assert ProposalReply.objects.count() == 2


def test_what_cannot_be_is_refused(filed):
    reply = replied(assigned(filed))

    with pytest.raises(ZujiError):
        actions.give_feedback(
            reply, process="satisfied", result="satisfied", on=date(2018, 5, 10), asks_again=True, **TOLD
        )
    with pytest.raises(RecordingError):
        actions.give_feedback(reply, process="satisfied", result="satisfied", on=date(2018, 4, 10), **TOLD)
    with pytest.raises(RecordingError):
        assigned(filed, unit=" ")
    with pytest.raises(RecordingError):
        actions.note_contact(assigned(filed), contacted_on=date(2018, 1, 1), consulted_on=None, extended_on=None)
    actions.enter_step(filed, Step("not_filed", ON, body="市政协", ground="vague", reason="录错"), **TOLD)
    with pytest.raises(ZujiError):
        assigned(filed, unit="市住建局")
