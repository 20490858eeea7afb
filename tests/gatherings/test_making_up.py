"""补学: it completes what was missed; the rate of attendance stays as it was (C2)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.gatherings.calling import AFTER, DAY, held, planned
from tests.recording import small_branch, standing_kinds
from zuji.entries.models import EntryForMember
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings.actions import make_up, take_back_make_up
from zuji.gatherings.queries import turnout_of
from zuji.meetings.actions import mark_attendance
from zuji.operations.verification import differences
from zuji.organizations.actions import set_policy

pytestmark = pytest.mark.django_db
LATER = date(2019, 6, 1)


@pytest.fixture
def home():
    return small_branch()


def made(home, meeting, *, studied_on=AFTER, **said):
    return make_up(meeting, home.other, studied_on=studied_on, note="读材料", today=LATER, by="石三川", **said)


def counted(meeting):
    turnout = turnout_of(meeting)
    return turnout.present, turnout.expected, turnout.completed


def test_it_completes_and_the_rate_stays(home):
    meeting = held(home, other="absent")
    assert counted(meeting) == (2, 3, 2)

    made(home, meeting)

    assert counted(meeting) == (2, 3, 3)


def test_it_leaves_a_footprint_of_the_member_about_what_was_missed(home):
    meeting = held(home, other="absent")

    made(home, meeting)

    footprint = Footprint.objects.standing().get(kind="study.made_up")
    assert (footprint.member, footprint.about, footprint.happened_on) == (home.other, f"meeting:{meeting.pk}", AFTER)
    assert list(differences()) == []


def test_after_the_days_the_setting_gives_it_is_kept_and_completes_no_more(home):
    in_time, late = DAY + timedelta(days=15), DAY + timedelta(days=16)
    meeting = held(home, other="absent")

    made(home, meeting, studied_on=late)
    assert counted(meeting) == (2, 3, 2)
    made(home, meeting, studied_on=in_time)
    assert counted(meeting) == (2, 3, 3)

    set_policy(home.branch, key="make_up_days", value=10, from_on=date(2019, 1, 1))
    assert counted(meeting) == (2, 3, 2)


def test_which_marks_are_present_or_excused_is_the_branchs_setting(home):
    meeting = held(home, other="official_leave", member="online")
    assert counted(meeting) == (2, 2, 2)

    set_policy(home.branch, key="excused_marks", value=["exempt"], from_on=date(2019, 1, 1))
    set_policy(home.branch, key="present_marks", value=["present"], from_on=date(2019, 1, 1))

    assert counted(meeting) == (1, 3, 1)


@pytest.mark.parametrize(("mark", "sentence"), [("present", "无须补学"), ("official_leave", "无须补学")])
def test_who_was_there_or_excused_has_nothing_to_make_up(home, mark, sentence):
    meeting = held(home, other=mark)

    with pytest.raises(ZujiError, match=sentence):
        made(home, meeting)


@pytest.mark.parametrize("studied_on", [DAY - timedelta(days=1), LATER + timedelta(days=1)])
def test_a_day_that_cannot_be_is_refused_at_its_field(home, studied_on):
    with pytest.raises(RecordingError) as refused:
        made(home, held(home, other="absent"), studied_on=studied_on)

    assert refused.value.field == "studied_on"


def test_what_has_not_taken_place_is_not_made_up(home):
    with pytest.raises(ZujiError, match="尚未举行"):
        made(home, planned(home))


def test_a_double_tap_is_one(home):
    meeting = held(home, other="absent")

    made(home, meeting)
    made(home, meeting)

    assert meeting.make_ups.count() == 1
    assert standing_kinds().count("study.made_up") == 1


def test_taken_back_it_is_reversed(home):
    meeting = held(home, other="absent")

    take_back_make_up(made(home, meeting, ground="phone"), by="田一禾")

    assert "study.made_up" not in standing_kinds()
    assert counted(meeting) == (2, 3, 2)
    assert not EntryForMember.objects.exists()


def test_entered_for_another_both_names_and_the_ground_are_kept(home):
    meeting = held(home, other="absent")

    entered = made(home, meeting, ground="paper")

    entry = EntryForMember.objects.get()
    assert (entry.member, entry.entered_by, entry.ground) == (home.other, "石三川", "paper")
    assert entry.about == f"meeting_make_up:{entered.pk}"


def test_a_later_correction_of_the_mark_keeps_what_was_made_up_without_counting_it_twice(home):
    meeting = held(home, other="absent")
    made(home, meeting)

    mark_attendance(meeting, marks={home.other.pk: "present"})

    assert counted(meeting) == (3, 3, 3)


# The page


def test_a_member_notes_it_with_the_phone_and_the_meeting_says_both_numbers(world, client):
    client.force_login(world.users.officer)
    mark_attendance(world.held, marks={world.officer.pk: "absent"})
    page = reverse("meetings:make-up-create", args=[world.held.pk])

    answer = client.post(page, {"studied_on": "2018-01-25", "note": "读了材料"}, follow=True)

    text = answer.content.decode()
    assert "应到 5 人，实到 4 人（80%）" in text
    assert "连同补学，完成 5/5 人（100%）" in text


def test_the_secretary_chooses_among_those_who_were_away(world, client):
    client.force_login(world.users.officer)
    mark_attendance(world.held, marks={world.member.pk: "absent"})
    page = reverse("meetings:make-up-create", args=[world.held.pk]) + "?for=other"

    offered = list(client.get(page).context["form"].fields["member"].queryset)
    answer = client.post(page, {"member": world.member.pk, "studied_on": "2018-01-25", "ground": "phone"})

    assert offered == [world.member]
    assert answer.status_code == 302
    assert world.held.make_ups.get().member == world.member


@pytest.mark.parametrize(
    ("role", "status"), [("director", 302), ("officer", 302), ("member", 404), ("other_member", 404), ("chair", 404)]
)
def test_only_who_keeps_the_records_takes_it_back(world, client, role, status):
    client.force_login(getattr(world.users, role))
    made_up = world.session.make_ups.get()

    answer = client.post(reverse("study:make-up-removal-create", args=[made_up.pk]))

    assert answer.status_code == status
    assert world.session.make_ups.exists() == (status == 404)


def test_a_wrong_day_is_told_and_what_was_typed_is_still_there(world, client):
    client.force_login(world.users.officer)
    mark_attendance(world.held, marks={world.officer.pk: "absent"})

    answer = client.post(
        reverse("meetings:make-up-create", args=[world.held.pk]), {"studied_on": "2018-01-01", "note": "读了材料"}
    )

    text = answer.content.decode()
    assert "早于举行日期" in text
    assert "读了材料" in text
