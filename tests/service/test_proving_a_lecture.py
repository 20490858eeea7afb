"""A lecture was given: headcount, evidence, late entries, what is still missing, the target that scores nothing."""

from datetime import date, timedelta

import pytest

from tests.recording import small_branch, standing_kinds
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, StaleRecord
from zuji.operations.verification import differences
from zuji.organizations.actions import set_policy
from zuji.service.actions import (
    LecturePlan,
    Proof,
    cancel_lecture,
    confirm_lecture,
    hold_lecture,
    plan_lecture,
    publish_lecture,
)
from zuji.service.queries import lectures_of, to_do, year_of

pytestmark = pytest.mark.django_db
DAY = date(2018, 9, 8)


@pytest.fixture
def home():
    return small_branch()


@pytest.fixture
def lecture(home):
    return planned(home, DAY)


def planned(home, on, topic="时间管理"):
    plan = LecturePlan(topic=topic, held_on=on, host="某中学", speakers=(home.member.pk,))
    return plan_lecture(home.branch, plan=plan, on=on, by="田一禾", audience_kind="pupils").record


def given(lecture, on=DAY, by="田一禾", seen=None, **proof):
    seen = lecture.revision if seen is None else seen
    return hold_lecture(lecture, proof=Proof(**proof), seen=seen, on=on, by=by)


def test_it_counts_without_proof_and_says_what_is_missing(lecture):
    held = given(lecture, audience_count=80, evidence=("photos",))

    assert standing_kinds() == ["lecture.given"] * 2
    short, consent = to_do(held, DAY)
    assert "1" in short
    assert "2" in short
    assert consent


def test_with_two_sorts_and_the_schools_word_nothing_is_missing(lecture):
    held = given(lecture, audience_count=80, evidence=("photos", "receipt"), has_school_consent=True)

    assert to_do(held, DAY) == []


def test_how_much_proof_is_asked_is_a_setting(home, lecture):
    set_policy(home.city, key="lecture_evidence", value=3, from_on=date(2018, 1, 1), clause="", by="市委会")

    held = given(lecture, audience_count=80, evidence=("slides", "receipt"))

    assert len(to_do(held, DAY)) == 1


def test_a_double_tap_changes_nothing_and_a_stale_page_is_refused(lecture):
    held = given(lecture, audience_count=80)
    before = Footprint.objects.count()

    assert given(lecture, audience_count=80, seen=1).revision == held.revision
    assert Footprint.objects.count() == before
    with pytest.raises(StaleRecord, match="田一禾"):
        given(lecture, audience_count=90, seen=1, by="乔二木")


def test_a_correction_keeps_the_day_it_was_first_entered(lecture):
    held = given(lecture, audience_count=80)

    held = given(held, on=DAY + timedelta(days=90), audience_count=82)

    assert (held.audience_count, held.recorded_on) == (82, DAY)


@pytest.mark.parametrize(
    ("proof", "field"),
    [
        ({"audience_count": -1}, "audience_count"),
        ({"evidence": ("hearsay",)}, "evidence"),
        ({"feedback_tenths": 47}, "feedback_count"),
        ({"feedback_count": 30}, "feedback_count"),
    ],
)
def test_what_cannot_be_is_refused(lecture, proof, field):
    with pytest.raises(RecordingError) as refusal:
        given(lecture, **proof)

    assert refusal.value.field == field
    assert standing_kinds() == []


def test_an_average_stays_exact(lecture):
    assert given(lecture, feedback_tenths=47, feedback_count=3).feedback == "4.7"


def test_one_still_to_come_or_called_off_is_not_held(home, lecture):
    with pytest.raises(ZujiError):
        given(lecture, on=DAY - timedelta(days=1))

    gone = cancel_lecture(planned(home, DAY, "亲子沟通"), reason="停电", on=DAY, by="田一禾")
    with pytest.raises(ZujiError):
        given(gone)


@pytest.mark.parametrize(("days", "is_late"), [(30, False), (31, True)])
def test_one_entered_after_thirty_days_counts_when_somebody_else_vouches(home, lecture, days, is_late):
    on = DAY + timedelta(days=days)
    held = given(lecture, on=on, audience_count=80, evidence=("receipt", "slides"))

    assert bool(to_do(held, on)) is is_late
    progress = year_of(home.branch, lectures_of(home.branch), year=2018, today=on)
    assert (progress.given, progress.unconfirmed) == ((0, 1) if is_late else (1, 0))
    with pytest.raises(ZujiError):
        confirm_lecture(held, on=on, by="田一禾")

    confirmed = confirm_lecture(held, on=on, by="乔二木")
    assert confirm_lecture(held, on=on, by="石三川").confirmed_by == "乔二木"
    assert to_do(confirmed, on) == []
    assert all(fact.is_confirmed for fact in Footprint.objects.standing())
    assert year_of(home.branch, lectures_of(home.branch), year=2018, today=on).given == 1
    assert list(differences()) == []


def test_a_planned_one_is_not_confirmed(lecture):
    with pytest.raises(ZujiError):
        confirm_lecture(lecture, on=DAY, by="乔二木")


def test_forty_fill_the_bar_and_thirty_nine_lose_nothing(home):
    for number in range(39):
        given(planned(home, date(2018, 1, 2) + timedelta(days=9 * number), f"第{number}讲"), on=date(2018, 12, 31))
        # entered on the last day: those of the first eleven months are late and wait
    for waiting in lectures_of(home.branch):
        confirm_lecture(waiting, on=date(2018, 12, 31), by="乔二木")

    progress = year_of(home.branch, lectures_of(home.branch), year=2018, today=date(2018, 12, 31))
    assert (progress.given, progress.target, progress.percent) == (39, 40, 97)
    assert sum(progress.months) == 39
    assert not Footprint.objects.standing().exclude(kind="lecture.given").exists()

    given(planned(home, date(2018, 12, 30), "第四十讲"), on=date(2018, 12, 31))
    assert year_of(home.branch, lectures_of(home.branch), year=2018, today=date(2018, 12, 31)).percent == 100


def test_the_target_is_a_setting(home, lecture):
    set_policy(home.branch, key="lecture_target", value=4, from_on=date(2018, 1, 1), clause="", by="田一禾")
    given(lecture)

    assert year_of(home.branch, lectures_of(home.branch), year=2018, today=DAY).percent == 25


def test_before_the_day_it_says_what_the_plan_lacks(home):
    bare = plan_lecture(home.branch, plan=LecturePlan(topic="时间管理", held_on=DAY), on=DAY, by="田一禾").record

    assert len(to_do(bare, DAY)) == 2
    assert len(to_do(bare, DAY + timedelta(days=2))) == 3
    assert to_do(cancel_lecture(bare, reason="停电", on=DAY, by="田一禾"), DAY) == []


def test_publishing_is_off_at_first_and_names_nobody_unasked(lecture):
    assert not lecture.is_published

    shown = publish_lecture(lecture, is_published=True, shows_speakers=False, on=DAY, by="田一禾")
    assert (shown.is_published, shown.shows_speakers) == (True, False)
    again = publish_lecture(lecture, is_published=True, shows_speakers=False, on=DAY, by="田一禾")
    assert again.revision == shown.revision
    hidden = publish_lecture(lecture, is_published=False, shows_speakers=True, on=DAY, by="田一禾")
    assert (hidden.is_published, hidden.shows_speakers) == (False, False)


def test_one_called_off_is_not_announced(lecture):
    gone = cancel_lecture(lecture, reason="停电", on=DAY, by="田一禾")

    with pytest.raises(ZujiError):
        publish_lecture(gone, is_published=True, shows_speakers=False, on=DAY, by="田一禾")
