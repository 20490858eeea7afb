"""A meeting's life: planned from the last one, leave, who came, minutes; and what each step refuses."""

from datetime import date, time, timedelta

import pytest
from django.utils import translation

from tests.recording import SmallBranch, small_branch, standing_kinds
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings.actions import StaleGathering
from zuji.gatherings.queries import expected_at, first_marks, is_late_and_unconfirmed, marks_of, turnout_of
from zuji.meetings import actions
from zuji.meetings.actions.minutes import Assignment
from zuji.meetings.models import LeaveRequest, Meeting
from zuji.meetings.queries import Quorum, quorum_of
from zuji.organizations.actions import exempt, set_policy

pytestmark = pytest.mark.django_db
DAY = date(2019, 3, 15)
BEFORE, AFTER = date(2019, 3, 1), date(2019, 3, 16)


@pytest.fixture
def home() -> SmallBranch:
    return small_branch()


def planned(home: SmallBranch, *, held_on: date = DAY, agenda: tuple[str, ...] = ("学习", "讨论")) -> Meeting:
    return actions.plan_meeting(
        home.branch, by="田一禾", agenda=agenda, kind="all_member", topic="三月学习", held_on=held_on
    ).record


def held(home: SmallBranch, *, on: date = AFTER, by: str = "田一禾", **marks: str) -> Meeting:
    meeting = planned(home)
    everyone = {member.pk: "present" for member in expected_at(meeting)}
    named = {getattr(home, name).pk: mark for name, mark in marks.items()}
    return actions.hold_meeting(meeting, marks=everyone | named, seen=meeting.revision, on=on, by=by)


# Planning


def test_a_planned_meeting_leaves_no_footprint(home):
    meeting = planned(home)

    assert meeting.status == "planned"
    assert [item.title for item in meeting.agenda.all()] == ["学习", "讨论"]
    assert standing_kinds() == []


def test_one_moved_to_another_day_keeps_its_number_and_the_next_gets_its_own(home):
    moved = planned(home)
    actions.change_plan(moved, by="田一禾", seen=moved.revision, agenda=[], held_on=DAY + timedelta(days=1))

    another = planned(home)

    assert another.pk != moved.pk
    assert another.code != Meeting.objects.get(pk=moved.pk).code


def test_a_double_tap_plans_one_meeting(home):
    first = planned(home)
    second = planned(home)

    assert second == first
    assert Meeting.objects.count() == 1


def test_two_meetings_may_be_planned_for_one_day_when_the_first_is_called_off(home):
    actions.cancel_meeting(planned(home), reason="停电", by="田一禾")

    again = planned(home)

    assert again.status == "planned"
    assert sorted(Meeting.objects.values_list("code", flat=True)) == ["MT20190315", "MT20190315-2"]


def test_a_day_before_the_branch_was_founded_is_refused_by_name(home):
    home.branch.founded_month = "2004-12"
    home.branch.save()

    with pytest.raises(RecordingError) as refused:
        planned(home, held_on=date(2004, 11, 30))

    assert refused.value.field == "held_on"


def test_a_meeting_cannot_end_before_it_starts(home):
    with pytest.raises(RecordingError) as refused:
        actions.plan_meeting(
            home.branch, by="x", kind="all_member", topic="t", held_on=DAY, starts_at=time(19), ends_at=time(18)
        )

    assert refused.value.field == "ends_at"


def test_a_changed_plan_keeps_what_was_written_about_a_matter_that_stays(home):
    meeting = planned(home)
    item = meeting.agenda.get(position=1)
    item.resolution = "一致同意"
    item.save()

    actions.change_plan(meeting, by="乔二木", seen=meeting.revision, agenda=["新的", "学习"], venue="会议室")

    assert [(i.title, i.resolution) for i in meeting.agenda.all()] == [("新的", ""), ("学习", "一致同意")]
    assert Meeting.objects.get().venue == "会议室"


def test_a_stale_plan_is_refused_and_the_other_writer_named(home):
    meeting = planned(home)
    seen = meeting.revision
    actions.change_plan(meeting, by="乔二木", seen=seen, agenda=["他的"])

    with translation.override("en"), pytest.raises(StaleGathering, match="乔二木 has changed this"):
        actions.change_plan(meeting, by="田一禾", seen=seen, agenda=["我的"])

    assert [item.title for item in meeting.agenda.all()] == ["他的"]


def test_notice_keeps_its_first_day(home):
    meeting = planned(home)

    actions.give_notice(meeting, on=BEFORE, by="田一禾")
    actions.give_notice(meeting, on=DAY, by="田一禾")

    assert Meeting.objects.get().notice_on == BEFORE


# Leave


def ask(home: SmallBranch, meeting: Meeting, **given) -> LeaveRequest:
    said = {"kind": "leave", "reason": "家里有事", "on": BEFORE, "by": "石三川"} | given
    return actions.ask_leave(meeting, home.other, **said)


def test_a_granted_leave_is_what_the_attendance_page_begins_with(home):
    meeting = planned(home)

    actions.decide_leave(ask(home, meeting, kind="sick_leave"), is_granted=True, by="田一禾")

    marks = first_marks(meeting, expected_at(meeting))
    assert marks == {home.director.pk: "present", home.member.pk: "present", home.other.pk: "sick_leave"}


def test_a_declined_leave_changes_nothing(home):
    meeting = planned(home)

    actions.decide_leave(ask(home, meeting), is_granted=False, by="田一禾")

    assert first_marks(meeting, expected_at(meeting))[home.other.pk] == "present"


def test_leave_asked_again_stands_in_place_of_the_first(home):
    meeting = planned(home)
    actions.decide_leave(ask(home, meeting), is_granted=True, by="田一禾")

    again = ask(home, meeting, kind="official_leave", ground="phone", by="田一禾")

    assert LeaveRequest.objects.get() == again
    assert (again.state, again.kind, again.ground, again.entered_by) == ("pending", "official_leave", "phone", "田一禾")


def test_a_stranger_cannot_ask_leave(home):
    meeting = planned(home, held_on=date(2014, 1, 1))

    with pytest.raises(ZujiError):
        ask(home, meeting)


def test_after_a_meeting_no_leave_is_asked_or_decided(home):
    meeting = planned(home)
    request = ask(home, meeting)
    marks = {member.pk: "present" for member in expected_at(meeting)}
    meeting.refresh_from_db()
    actions.hold_meeting(meeting, marks=marks, seen=meeting.revision, on=AFTER, by="田一禾")

    with pytest.raises(ZujiError):
        ask(home, meeting)
    with pytest.raises(ZujiError):
        actions.decide_leave(request, is_granted=True, by="田一禾")


# Who came


def test_holding_a_meeting_leaves_its_footprints(home):
    held(home, other="leave")

    assert standing_kinds() == ["meeting.attended", "meeting.attended", "meeting.attended", "meeting.held"]
    assert dict(Footprint.objects.exclude(mark="").values_list("member__name", "mark"))["石三川"] == "leave"


def test_correcting_marks_posts_only_the_difference(home):
    meeting = held(home)

    actions.hold_meeting(
        meeting, marks=marks_of(meeting) | {home.other.pk: "late"}, seen=meeting.revision, on=AFTER, by="田一禾"
    )

    assert Footprint.objects.count() == 4 + 2
    assert Footprint.objects.filter(reverses__isnull=False).count() == 1


def test_a_correction_does_not_change_the_day_it_was_first_entered(home):
    meeting = held(home, on=AFTER)

    later = actions.hold_meeting(
        meeting, marks=marks_of(meeting), seen=meeting.revision, on=date(2019, 6, 1), by="田一禾"
    )

    assert later.recorded_on == AFTER


def test_a_stale_attendance_page_is_refused_and_loses_nothing(home):
    meeting = planned(home)
    seen = meeting.revision
    marks = {member.pk: "present" for member in expected_at(meeting)}
    actions.hold_meeting(meeting, marks=marks | {home.other.pk: "absent"}, seen=seen, on=AFTER, by="乔二木")

    with pytest.raises(StaleGathering):
        actions.hold_meeting(meeting, marks=marks, seen=seen, on=AFTER, by="田一禾")

    assert marks_of(meeting)[home.other.pk] == "absent"


@pytest.mark.parametrize("wrong", ["future", "stranger", "mark", "cancelled"])
def test_what_cannot_be_is_refused(home, wrong):
    meeting = planned(home)
    marks = {member.pk: "present" for member in expected_at(meeting)}
    if wrong == "cancelled":
        actions.cancel_meeting(meeting, reason="停电", by="田一禾")
        meeting.refresh_from_db()
    marks |= {"stranger": {9999: "present"}, "mark": {home.other.pk: "asleep"}}.get(wrong, {})

    on = BEFORE if wrong == "future" else AFTER
    with pytest.raises(ZujiError):
        actions.hold_meeting(meeting, marks=marks, seen=meeting.revision, on=on, by="田一禾")

    assert standing_kinds() == []


def test_the_exempt_are_not_expected(home):
    exempt(home.other, home.branch, from_on=date(2019, 1, 1), until_on=None, reason="病", approved_by="市委会")

    assert expected_at(planned(home)) == [home.director, home.member]


def quorum(meeting: Meeting) -> Quorum:
    return quorum_of(meeting, turnout_of(meeting))


@pytest.mark.parametrize(("absent", "reached"), [((), True), (("other",), True), (("other", "member"), False)])
def test_more_than_half_of_those_expected_is_a_quorum(home, absent, reached):
    meeting = held(home, **dict.fromkeys(absent, "absent"))

    assert quorum(meeting).needed == 2
    assert quorum(meeting).is_reached is reached


def test_half_of_an_even_number_is_not_more_than_half(home):
    exempt(home.other, home.branch, from_on=date(2019, 1, 1), until_on=None, reason="病", approved_by="市委会")

    assert quorum(held(home, member="absent")).needed == 2


def test_a_branch_may_set_another_quorum(home):
    rule = {"share": "2/3", "is_exceeded": False}
    value = {"all_member": rule, "committee": rule}
    set_policy(home.branch, key="quorum", value=value, from_on=date(2019, 1, 1))

    assert quorum(held(home, other="absent")).needed == 2


# Late entries


def test_a_late_entry_counts_when_somebody_else_confirms_it(home):
    meeting = held(home, on=date(2019, 4, 15))
    assert is_late_and_unconfirmed(meeting)

    with pytest.raises(ZujiError):
        actions.confirm_meeting(meeting, by="田一禾")
    confirmed = actions.confirm_meeting(meeting, by="乔二木")

    assert not is_late_and_unconfirmed(confirmed)
    assert Footprint.objects.standing().get(kind="meeting.held").is_confirmed


def test_thirty_days_are_not_late(home):
    assert not is_late_and_unconfirmed(held(home, on=date(2019, 4, 14)))


# Called off


def test_a_meeting_called_off_takes_its_footprints_back_and_keeps_the_reason(home):
    meeting = held(home)

    cancelled = actions.cancel_meeting(meeting, reason="其实没有开成", by="田一禾")

    assert standing_kinds() == []
    assert cancelled.cancel_reason == "其实没有开成"


def test_without_a_reason_nothing_is_called_off(home):
    with pytest.raises(RecordingError):
        actions.cancel_meeting(planned(home), reason="  ", by="田一禾")

    assert Meeting.objects.get().status == "planned"


# Minutes


def written(home: SmallBranch, meeting: Meeting):
    words = {item.pk: ("大家发言", "同意") for item in meeting.agenda.all()}
    tasks = [Assignment("写材料", home.member.pk, date(2019, 4, 1)), Assignment("  ")]
    return actions.write_minutes(meeting, words=words, assignments=tasks, seen=meeting.revision, by="田一禾")


def test_minutes_are_written_matter_by_matter_and_give_people_things_to_do(home):
    meeting = held(home)

    written(home, meeting)

    assert [item.resolution for item in meeting.agenda.all()] == ["同意", "同意"]
    assert [(t.matter, t.owner) for t in meeting.action_items.all()] == [("写材料", home.member)]


def test_approved_minutes_are_filed_and_stay_as_they_are(home):
    meeting = held(home)
    minutes = written(home, meeting)

    actions.approve_minutes(minutes, on=AFTER, by="乔二木")
    actions.approve_minutes(minutes, on=date(2019, 5, 1), by="田一禾")

    assert standing_kinds().count("minutes.filed") == 1
    meeting.refresh_from_db()
    assert (meeting.minutes.approved_by, meeting.minutes.approved_on) == ("乔二木", AFTER)
    with pytest.raises(ZujiError):
        written(home, meeting)
    with pytest.raises(ZujiError):
        actions.cancel_meeting(meeting, reason="没开", by="田一禾")


@pytest.mark.parametrize("state", ["planned", "cancelled"])
def test_there_are_no_minutes_of_a_meeting_that_did_not_take_place(home, state):
    meeting = planned(home)
    if state == "cancelled":
        actions.cancel_meeting(meeting, reason="停电", by="田一禾")
    meeting.refresh_from_db()

    with pytest.raises(ZujiError):
        written(home, meeting)


def test_what_is_done_stays_done_when_the_minutes_are_written_again(home):
    meeting = held(home)
    written(home, meeting)
    actions.complete_action_item(meeting.action_items.get(), on=AFTER, by="乔二木")
    meeting.refresh_from_db()

    written(home, meeting)

    assert meeting.action_items.get().done_on == AFTER
