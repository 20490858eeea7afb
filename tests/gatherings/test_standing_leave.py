"""“Away until …”, entered once: every list begins with it, and nothing already marked changes."""

from datetime import date

import pytest
from django.urls import reverse

from tests.gatherings.calling import DAY, held, planned
from tests.recording import small_branch
from zuji.entries.models import EntryForMember
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings.actions import ask_leave, decide_leave, end_standing_leave, enter_standing_leave
from zuji.gatherings.models import StandingLeave
from zuji.gatherings.queries import expected_at, first_marks, marks_of

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2019, 3, 1), date(2019, 3, 31)


@pytest.fixture
def home():
    return small_branch()


def away(home, **said):
    fields = {"kind": "sick_leave", "from_on": FIRST, "until_on": LAST, "reason": "住院", "ground": "phone"} | said
    return enter_standing_leave(home.branch, home.other, by="田一禾", today=FIRST, **fields)


def first(home, held_on=DAY):
    meeting = planned(home, held_on=held_on)
    return first_marks(meeting, expected_at(meeting))[home.other.pk]


def test_every_list_within_it_begins_with_it_and_none_outside(home):
    away(home)

    assert [first(home, on) for on in (FIRST, DAY, LAST)] == ["sick_leave"] * 3
    assert [first(home, on) for on in (date(2019, 2, 28), date(2019, 4, 1))] == ["present"] * 2


def test_what_was_asked_of_one_meeting_goes_before(home):
    away(home)
    meeting = planned(home)
    asked = ask_leave(meeting, home.other, kind="official_leave", reason="", on=FIRST, by="石三川")
    decide_leave(asked, is_granted=True, by="田一禾")

    assert first_marks(meeting, expected_at(meeting))[home.other.pk] == "official_leave"


def test_marks_already_set_stay(home):
    meeting = held(home)

    away(home)

    assert marks_of(meeting)[home.other.pk] == "present"


def test_both_names_are_kept_and_the_member_may_say_something(home):
    leave = away(home)

    entry = EntryForMember.objects.get()
    assert (entry.about, entry.member, entry.entered_by) == (f"standing_leave:{leave.pk}", home.other, "田一禾")


def test_entered_twice_it_is_one_with_the_later_words(home):
    away(home)
    away(home, until_on=date(2019, 4, 30))

    assert StandingLeave.objects.get().until_on == date(2019, 4, 30)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"until_on": date(2019, 2, 28)}, "until_on"),
        ({"until_on": date(2029, 1, 1)}, "until_on"),
        ({"from_on": date(219, 3, 1)}, "from_on"),
    ],
)
def test_days_that_cannot_be_are_refused_at_their_field(home, said, field):
    with pytest.raises(RecordingError) as refused:
        away(home, **said)

    assert refused.value.field == field


def test_two_that_overlap_and_a_stranger_are_refused(home):
    away(home)

    with pytest.raises(ZujiError, match="已登记"):
        away(home, from_on=LAST, until_on=date(2019, 5, 1))
    with pytest.raises(ZujiError):
        away(home, from_on=date(2014, 1, 1), until_on=date(2014, 2, 1))


def test_back_again_ends_it_with_yesterday_and_what_had_not_begun_is_gone(home):
    end_standing_leave(away(home), today=DAY)
    assert StandingLeave.objects.get().until_on == date(2019, 3, 14)

    end_standing_leave(away(home, from_on=date(2019, 6, 1), until_on=date(2019, 6, 2)), today=DAY)
    assert StandingLeave.objects.count() == 1
    assert EntryForMember.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "status"), [("director", 302), ("officer", 302), ("member", 404), ("other_member", 404), ("chair", 404)]
)
def test_only_who_keeps_the_records_enters_and_ends_it(world, client, role, status):
    client.force_login(getattr(world.users, role))
    said = {"member": world.member.pk, "kind": "leave", "from_on": today().isoformat(), "ground": "paper"}
    page = reverse("gatherings:standing-leave-list", args=[world.branch.pk])

    entered = client.post(page, {**said, "until_on": today().isoformat()})
    ended = client.post(reverse("gatherings:ending-create", args=[StandingLeave.objects.last().pk]))

    assert (entered.status_code, ended.status_code) == (status, status)


def test_a_wrong_day_is_told_and_what_was_typed_is_still_there(world, client):
    client.force_login(world.users.officer)
    said = {"member": world.member.pk, "kind": "leave", "from_on": "2019-05-02", "until_on": "2019-05-01"}

    answer = client.post(
        reverse("gatherings:standing-leave-list", args=[world.branch.pk]), {**said, "ground": "paper", "reason": "出国"}
    )

    assert "不能早于" in answer.content.decode()
    assert "出国" in answer.content.decode()
