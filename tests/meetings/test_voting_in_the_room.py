"""Votes counted in the room: what carries, what is void, what is refused, and how a mistake is mended."""

import pytest
from django.db import IntegrityError

from tests.meetings.meeting_room import AFTER, DAY, Room, meeting_room
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings.actions import StaleGathering
from zuji.gatherings.queries import expected_at, marks_of
from zuji.meetings import actions
from zuji.meetings.actions import Motion
from zuji.meetings.forms import MinutesForm
from zuji.meetings.models import Meeting, Tally, Vote, least_of
from zuji.organizations.actions import set_policy
from zuji.organizations.queries import members_on

pytestmark = pytest.mark.django_db
HANDS = Motion("通过修订稿", "show_of_hands")


@pytest.fixture
def room() -> Room:
    return meeting_room()


def voted(room: Room, *numbers: int, **said) -> Vote:
    motion = Motion(**{"question": "通过修订稿", "method": "show_of_hands"} | said)
    return actions.record_vote(room.meeting, motion, tally=Tally(*numbers), by="石三川").record


# What carries


@pytest.mark.parametrize(
    ("number", "share", "is_exceeded", "needed"),
    [
        (13, "1/2", True, 7),
        (12, "1/2", True, 7),
        (12, "1/2", False, 6),
        (13, "2/3", False, 9),
        (12, "2/3", False, 8),
        (12, "2/3", True, 9),
        (3, "1/3", False, 1),
        (0, "1/2", True, 1),
    ],
)
def test_a_share_is_rounded_up_exactly(number, share, is_exceeded, needed):
    assert least_of(number, share, is_exceeded=is_exceeded) == needed


@pytest.mark.parametrize(
    ("numbers", "outcome"), [((3, 2, 0), "carried"), ((2, 1, 2), "not_carried"), ((2, 0, 0), "not_carried")]
)
def test_more_than_half_of_those_present_carries(room, numbers, outcome):
    vote = voted(room, *numbers)

    assert (vote.needed_count, vote.outcome) == (3, outcome)


@pytest.mark.parametrize(("in_favour", "outcome"), [(3, "not_carried"), (4, "carried")])
def test_some_things_need_two_thirds(room, in_favour, outcome):
    assert voted(room, in_favour, 1, 0, majority="qualified").outcome == outcome


@pytest.mark.parametrize(("base", "needed"), [("present", 3), ("expected", 3), ("cast", 2)])
def test_a_branch_may_count_its_majority_of_something_else(base, needed):
    room = meeting_room(M05="absent")
    rule = {"share": "1/2", "is_exceeded": True, "of": base}
    set_policy(room.home.branch, key="votes", value={"simple": rule, "qualified": rule}, from_on=DAY)

    assert voted(room, 2, 1, 0).needed_count == needed


def test_the_rule_is_that_of_the_day_and_stays_as_it_was(room):
    vote = voted(room, 3, 2, 0)
    rule = {"share": "1/1", "is_exceeded": False, "of": "present"}
    set_policy(room.home.branch, key="votes", value={"simple": rule, "qualified": rule}, from_on=DAY)

    assert Vote.objects.get(pk=vote.pk).outcome == "carried"


def test_who_came_later_does_not_change_a_vote_that_was_counted():
    room = meeting_room(M05="absent")
    vote = voted(room, 3, 1, 0)

    marks = marks_of(room.meeting) | {room.members[4].pk: "late"}
    room.meeting.refresh_from_db()
    actions.hold_meeting(room.meeting, marks=marks, seen=room.meeting.revision, on=AFTER, by="石三川")

    assert (Vote.objects.get(pk=vote.pk).present_count, vote.unvoted_count) == (4, 0)


def test_who_did_not_vote_is_the_rest_of_those_present(room):
    assert voted(room, 3, 1, 0).unvoted_count == 1


def test_without_a_quorum_a_vote_is_kept_and_void():
    vote = voted(meeting_room(M03="absent", M04="leave", M05="absent"), 2, 0, 0)

    assert (vote.outcome, vote.present_count, vote.quorum_count) == ("void", 2, 3)


def test_papers_may_be_invalid(room):
    vote = voted(room, 3, 0, 1, 1, method="paper_ballot")

    assert (vote.tally.total, vote.unvoted_count, vote.outcome) == (5, 0, "carried")


# What is refused


def test_more_votes_than_members_present_are_refused(room):
    with pytest.raises(RecordingError) as refused:
        voted(room, 4, 1, 1)

    assert str(refused.value) == "票数超过到会人数：共6票，到会5人。"
    assert Vote.objects.count() == 0


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [((-1, 0, 0), "票数不能小于0。"), ((6, 0, -1), "票数不能小于0。"), ((0, 0, 0), "一票也没有，请填写清点的票数。")],
)
def test_numbers_that_cannot_be_are_refused(room, numbers, sentence):
    with pytest.raises(RecordingError) as refused:
        voted(room, *numbers)

    assert str(refused.value) == sentence


def test_the_database_itself_holds_no_more_votes_than_members(room):
    vote = voted(room, 3, 2, 0)

    with pytest.raises(IntegrityError):
        Vote.objects.filter(pk=vote.pk).update(for_count=4)


def test_nothing_is_voted_on_before_it_is_marked_who_came(room):
    coming = actions.plan_meeting(room.home.branch, by="x", kind="committee", topic="t", held_on=DAY).record

    with pytest.raises(ZujiError, match="请先记录到会情况"):
        actions.record_vote(coming, HANDS, tally=Tally(1, 0, 0), by="x")


def test_nothing_is_voted_on_at_a_meeting_that_was_called_off(room):
    actions.cancel_meeting(room.meeting, reason="其实没有开成", by="田一禾")

    with pytest.raises(ZujiError, match="会议已取消"):
        voted(room, 3, 0, 0)


def test_a_matter_of_another_meeting_is_refused(room):
    with pytest.raises(RecordingError) as refused:
        voted(room, 3, 0, 0, agenda_item_id=999)

    assert refused.value.field == "agenda_item"


@pytest.mark.parametrize("said", [{"question": "  "}, {"majority": "all"}, {"method": "whispering"}])
def test_nonsense_is_refused_by_field(room, said):
    with pytest.raises(RecordingError) as refused:
        voted(room, 3, 0, 0, **said)

    assert refused.value.field == next(iter(said))


def test_a_double_tap_counts_once_and_other_numbers_are_a_correction(room):
    first, second = voted(room, 3, 2, 0), voted(room, 3, 2, 0)

    assert first == second
    with pytest.raises(RecordingError, match="已经表决过"):
        voted(room, 4, 1, 0)
    assert Vote.objects.get().for_count == 3
    assert room.meeting.events.filter(what="vote_counted").count() == 1


# Correcting


def corrected(room: Room, vote: Vote, *numbers: int, reason: str = "重新清点", seen: int | None = None) -> Vote:
    revision = Meeting.objects.get(pk=room.meeting.pk).revision
    return actions.correct_vote(
        vote, tally=Tally(*numbers), reason=reason, seen=revision if seen is None else seen, on=AFTER, by="乔二木"
    )


def test_a_correction_keeps_the_numbers_of_before_and_the_reason(room):
    vote = voted(room, 3, 2, 0)

    corrected(room, vote, 2, 3, 0)

    vote.refresh_from_db()
    was = vote.corrections.get()
    event = room.meeting.events.last()
    assert (vote.outcome, str(vote.tally)) == ("not_carried", "2/3/0/0")
    assert (was.for_count, was.against_count, was.reason, was.by) == (3, 2, "重新清点", "乔二木")
    assert (event.what, event.note) == ("vote_corrected", "通过修订稿：3/2/0/0 → 2/3/0/0，重新清点")


def test_a_correction_needs_a_reason_and_numbers_that_can_be(room):
    vote = voted(room, 3, 2, 0)

    with pytest.raises(RecordingError) as without:
        corrected(room, vote, 2, 3, 0, reason=" ")
    with pytest.raises(RecordingError) as above:
        corrected(room, vote, 5, 3, 0)

    assert (without.value.field, above.value.field) == ("reason", "for_count")
    assert vote.corrections.count() == 0


def test_a_second_tap_on_a_correction_is_none(room):
    vote = voted(room, 3, 2, 0)
    seen = Meeting.objects.get(pk=room.meeting.pk).revision

    corrected(room, vote, 2, 3, 0, seen=seen)
    corrected(room, vote, 2, 3, 0, seen=seen)

    assert vote.corrections.count() == 1


def test_a_stale_correction_is_refused(room):
    vote = voted(room, 3, 2, 0)
    seen = Meeting.objects.get(pk=room.meeting.pk).revision
    corrected(room, vote, 2, 3, 0, seen=seen)

    with pytest.raises(StaleGathering, match="乔二木"):
        corrected(room, vote, 1, 4, 0, seen=seen)


def test_a_vote_entered_by_mistake_is_withdrawn_with_a_reason_and_may_be_held_again(room):
    vote = voted(room, 3, 2, 0)

    with pytest.raises(RecordingError):
        actions.withdraw_vote(vote, reason=" ", by="石三川")
    withdrawn = actions.withdraw_vote(vote, reason="记错了会议", by="石三川")
    again = voted(room, 5, 0, 0)

    assert (withdrawn.outcome, withdrawn.for_count, withdrawn.withdrawal_reason) == ("", 3, "记错了会议")
    assert again.outcome == "carried"


def test_after_the_minutes_are_approved_votes_stay_as_they_are(room):
    vote = voted(room, 3, 2, 0)
    room.meeting.refresh_from_db()
    minutes = actions.write_minutes(room.meeting, words={}, assignments=[], seen=room.meeting.revision, by="石三川")
    actions.approve_minutes(minutes, on=AFTER, by="田一禾")

    for attempt in (
        lambda: voted(room, 5, 0, 0, question="另一件"),
        lambda: corrected(room, vote, 2, 3, 0),
        lambda: actions.withdraw_vote(vote, reason="x", by="x"),
    ):
        with pytest.raises(ZujiError, match="已批准"):
            attempt()


# The minutes begin with what was carried


def minutes_form(room: Room) -> MinutesForm:
    return MinutesForm(meeting=room.meeting, people=members_on(room.home.branch, DAY))


def test_what_was_carried_is_the_draft_of_the_resolution(room):
    item = room.meeting.agenda.get()
    voted(room, 5, 0, 0, agenda_item_id=item.pk)
    voted(room, 0, 5, 0, agenda_item_id=item.pk, question="推迟施行")

    assert minutes_form(room)[f"resolution-{item.pk}"].value() == "表决通过：通过修订稿"


def test_a_resolution_already_written_stays(room):
    item = room.meeting.agenda.get()
    item.resolution = "原则同意，文字再改。"
    item.save()
    voted(room, 5, 0, 0, agenda_item_id=item.pk)

    assert minutes_form(room)[f"resolution-{item.pk}"].value() == "原则同意，文字再改。"


def test_what_was_not_carried_drafts_nothing(room):
    item = room.meeting.agenda.get()
    voted(room, 1, 4, 0, agenda_item_id=item.pk)

    assert minutes_form(room)[f"resolution-{item.pk}"].value() == ""


def test_only_those_with_a_post_are_expected_at_a_committee_meeting(world):
    coming = actions.plan_meeting(world.branch, by="x", kind="committee", topic="t", held_on=DAY).record

    assert expected_at(coming) == [world.director, world.deputy, world.officer]
