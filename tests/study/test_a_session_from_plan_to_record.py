"""A study session's life: planned like the last of its series, held, written down, and the hours it amounts to."""

from datetime import date, time, timedelta
from fractions import Fraction

import pytest
from django.urls import reverse

from tests.recording import SmallBranch, small_branch, standing_kinds
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings.actions import Roll, StaleGathering, call_off, confirm, make_up
from zuji.gatherings.queries import expected_at
from zuji.operations.verification import differences
from zuji.organizations.actions import set_policy
from zuji.publicity.actions import record_issue
from zuji.study import actions
from zuji.study.models import StudySession
from zuji.study.noun import SESSION
from zuji.study.queries.sessions import hours_of_year, session_alike, session_hours

pytestmark = pytest.mark.django_db
DAY, AFTER = date(2019, 3, 15), date(2019, 3, 16)
EVENING = {"starts_at": time(18, 30), "ends_at": time(20, 0)}


@pytest.fixture
def home() -> SmallBranch:
    return small_branch()


def planned(home: SmallBranch, **said) -> StudySession:
    fields = {"kind": "monthly", "topic": "三月学习", "held_on": DAY, "issue_id": None} | said
    return actions.plan_session(home.branch, by="田一禾", **fields).record


def held(home: SmallBranch, *, on: date = AFTER, plan=None, **marks: str) -> StudySession:
    session = planned(home, **(plan or {}))
    everyone = {member.pk: "present" for member in expected_at(session)}
    named = {getattr(home, name).pk: mark for name, mark in marks.items()}
    return actions.hold_session(session, roll=Roll(everyone | named), seen=session.revision, on=on, by="田一禾")


def test_a_planned_session_leaves_nothing_and_a_held_one_its_footprints(home):
    planned(home)
    assert standing_kinds() == []

    held(home, other="leave")

    assert standing_kinds() == ["study.attended", "study.attended", "study.attended", "study.held"]
    assert list(differences()) == []


def test_a_double_tap_plans_one_session(home):
    assert planned(home) == planned(home)


def test_two_topics_on_one_day_are_two_sessions(home):
    assert planned(home, topic="一") != planned(home, topic="二")
    assert sorted(StudySession.objects.values_list("code", flat=True)) == ["SS20190315", "SS20190315-2"]


def test_a_reading_is_about_its_issue_and_nothing_else_is(home):
    issue = record_issue(home.city, code="2019年第1期", journal="会刊", published_on=date(2019, 3, 10)).record

    held(home, plan={"kind": "journal_reading", "issue_id": issue.pk})

    assert Footprint.objects.get(kind="reading.held").about == f"journal_issue:{issue.pk}"
    for wrong in ({"kind": "journal_reading"}, {"kind": "monthly", "issue_id": issue.pk}):
        with pytest.raises(RecordingError) as refused:
            planned(home, **wrong)
        assert refused.value.field == "issue"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"held_on": date(2004, 11, 30)}, "held_on"),
        ({"held_on": date(219, 3, 15)}, "held_on"),
        ({"starts_at": time(20), "ends_at": time(19)}, "ends_at"),
        ({"kind": "party"}, "kind"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(home, said, field):
    home.branch.founded_month = "2004-12"
    home.branch.save()

    with pytest.raises(RecordingError) as refused:
        planned(home, **said)

    assert refused.value.field == field


def test_called_off_it_counts_no_more_and_keeps_its_reason(home):
    session = held(home)

    call_off(SESSION, session, reason="其实没有开成", by="田一禾")

    assert standing_kinds() == []
    assert StudySession.objects.get().cancel_reason == "其实没有开成"


def test_entered_late_it_counts_when_somebody_else_confirms_it(home):
    session = held(home, on=DAY + timedelta(days=31))
    assert not Footprint.objects.get(kind="study.held").is_confirmed

    confirm(SESSION, session, by="乔二木")

    assert Footprint.objects.standing().get(kind="study.held").is_confirmed


def test_only_what_is_planned_is_planned_anew(home):
    session = held(home)

    with pytest.raises(ZujiError):
        actions.change_session(session, by="田一禾", seen=session.revision, kind="monthly", issue_id=None)


def test_the_record_of_two_writers(home):
    session = held(home)
    seen = session.revision

    actions.write_record(session, text="学习了会章。", seen=seen, by="乔二木")
    actions.write_record(session, text="学习了会章。", seen=seen, by="乔二木")
    with pytest.raises(StaleGathering, match="乔二木"):
        actions.write_record(session, text="我写的。", seen=seen, by="田一禾")

    assert StudySession.objects.get().record == "学习了会章。"


def test_nothing_is_written_of_what_did_not_take_place(home):
    session = planned(home)

    with pytest.raises(ZujiError, match="请先登记谁到了"):
        actions.write_record(session, text="x", seen=session.revision, by="田一禾")


# Series


def test_the_next_of_a_series_is_like_its_last(home):
    last = held(home, plan={"venue": "茹欣文化学校", **EVENING})
    held(home, plan={"kind": "history", "topic": "会史", "held_on": DAY})

    assert session_alike(home.branch, number="", kind="monthly", before=date(2019, 4, 1)) == last
    assert session_alike(home.branch, number=str(last.pk), kind="tour", before=DAY) == last
    for nonsense in ("x", "９", "9" * 30, str(last.pk + 900)):
        assert session_alike(home.branch, number=nonsense, kind="tour", before=DAY) is None


def test_the_page_begins_with_the_last_session_and_an_empty_topic(world, client):
    StudySession.objects.filter(pk=world.session.pk).update(venue="茹欣文化学校")
    client.force_login(world.users.officer)

    page = client.get(reverse("study:session-create", args=[world.branch.pk]) + f"?like={world.session.pk}")

    form = page.context["form"]
    assert (form["venue"].value(), form["kind"].value(), form["topic"].value()) == ("茹欣文化学校", "history", "")


def test_another_branchs_session_is_no_pattern(world, client):
    other = actions.plan_session(
        world.other_branch, by="x", kind="tour", topic="秘密", held_on=DAY, venue="别处", issue_id=None
    ).record
    client.force_login(world.users.officer)

    page = client.get(reverse("study:session-create", args=[world.branch.pk]) + f"?like={other.pk}")

    assert "别处" not in page.content.decode()


# Hours


@pytest.mark.parametrize(
    ("minutes", "hours"), [(0, "0"), (11, "0"), (12, "1/2"), (45, "1"), (90, "2"), (100, "2"), (105, "5/2")]
)
def test_forty_five_minutes_are_an_hour_to_the_nearest_half(minutes, hours):
    ends_at = (time(18).hour * 60 + minutes) // 60, (time(18).hour * 60 + minutes) % 60
    session = StudySession(held_on=DAY, starts_at=time(18), ends_at=time(*ends_at))

    assert session_hours(session, 45) == Fraction(hours)


def test_who_leads_has_twice_the_hours_and_who_makes_up_has_them_too(home):
    session = held(home, plan={"lead_speaker": home.director, **EVENING}, other="absent")
    make_up(session, home.other, studied_on=AFTER, note="", today=AFTER, by="石三川")

    hours = [row.hours for row in hours_of_year(home.branch, 2019, today=AFTER)]

    assert hours == [4, 2, 2]


def test_self_study_is_capped_and_a_branch_may_count_in_sixties(home):
    for day in range(1, 7):
        held(home, plan={"kind": "self_study", "held_on": date(2019, 3, day), "topic": f"自学{day}", **EVENING})
    assert {row.hours for row in hours_of_year(home.branch, 2019, today=AFTER)} == {Fraction(8)}

    set_policy(home.branch, key="credit_minutes", value=60, from_on=date(2019, 1, 1))
    held(home, plan=EVENING)
    assert {row.hours for row in hours_of_year(home.branch, 2019, today=AFTER)} == {8 + Fraction(3, 2)}


# The pages


def test_a_session_planned_and_written_down_on_its_pages(world, client):
    client.force_login(world.users.officer)
    said = {"kind": "tour", "topic": "参观纪念馆", "held_on": "2018-11-02", "starts_at": "09:00", "ends_at": "11:00"}

    planned_page = client.post(reverse("study:session-create", args=[world.branch.pk]), said, follow=True)
    session = StudySession.objects.get(topic="参观纪念馆")
    marks = {f"mark-{member.pk}": "present" for member in expected_at(session)}
    client.post(
        reverse("study:attendance-edit", args=[session.pk]), marks | {"seen": str(session.revision), "guests": "馆长"}
    )
    session.refresh_from_db()
    written = client.post(
        reverse("study:record-edit", args=[session.pk]),
        {"seen": session.revision, "text": "听讲解\n<script>alert(1)</script>"},
        follow=True,
    )

    assert "参观纪念馆" in planned_page.content.decode()
    text = written.content.decode()
    assert "应到 5 人，实到 5 人" in text
    assert "馆长" in text
    assert "&lt;script&gt;" in text


def test_a_record_grown_stale_is_told_shows_theirs_and_can_then_be_saved(world, client):
    session = world.session
    client.force_login(world.users.officer)
    page = reverse("study:record-edit", args=[session.pk])
    data = {"seen": session.revision, "text": "我写的"}
    actions.write_record(session, text="他写的", seen=session.revision, by="乔二木")

    clash = client.post(page, data)
    again = client.post(page, {**data, "seen": clash.context["form"]["seen"].value()})

    assert clash.status_code == 409
    assert "我写的" in clash.content.decode()
    assert "他写的" in clash.content.decode()
    assert again.status_code == 302
    assert StudySession.objects.get(pk=session.pk).record == "我写的"


def test_a_year_of_sessions_costs_the_same_queries_as_one(world, client, django_assert_max_num_queries):
    for day in range(1, 29):
        actions.record_session(
            world.branch, code=f"X{day}", held_on=date(2018, 2, day), kind="monthly", topic=f"第{day}次"
        )
    client.force_login(world.users.officer)

    with django_assert_max_num_queries(16):
        answer = client.get(reverse("study:session-list", args=[world.branch.pk]) + "?year=2018")

    assert answer.content.decode().count("第") >= 28
