"""A branch marks a node day in one screen, or says why not; who came to a theme activity the same way."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.recording import small_branch, standing_kinds
from zuji.activities.actions import (
    Marking,
    attend_activity,
    call_off_activity,
    call_off_observance,
    observe,
    plan_activity,
    record_node_day,
)
from zuji.activities.models import NodeDay, NodeDayObservance, ThemeActivity
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings.actions import StaleGathering, marks_signature
from zuji.gatherings.queries import expected_on, marks_at
from zuji.operations.verification import differences
from zuji.organizations.actions import register_member, set_membership

pytestmark = pytest.mark.django_db
DAY, AFTER = date(2018, 8, 1), date(2018, 8, 2)
OF_THE_TEST_ITSELF = 2


@pytest.fixture
def home():
    return small_branch()


@pytest.fixture
def node_day(home):
    return record_node_day(home.city, code="ND1", name="建军节", anniversary_on=DAY).record


def everybody(home, **marks):
    named = {getattr(home, name).pk: mark for name, mark in marks.items()}
    return {member.pk: "present" for member in expected_on(home.branch, DAY)} | named


def marked(home, node_day, *, seen=0, held_on=DAY, by="田一禾", **marks):
    marking = Marking(held_on, "座谈会", everybody(home, **marks))
    return observe(node_day, home.branch, marking=marking, seen=seen, today=AFTER, by=by)


def test_it_leaves_its_footprint_on_the_day_it_was(home, node_day):
    marked(home, node_day, other="leave")

    assert standing_kinds() == ["node_day.held", "node_day.planned"]
    assert marks_at(node_day, home.branch)[home.other.pk] == "leave"
    assert list(differences()) == []


def test_a_double_tap_changes_nothing(home, node_day):
    first = marked(home, node_day)
    second = marked(home, node_day)

    assert (first.pk, first.revision) == (second.pk, second.revision)


def test_a_stale_page_is_refused_and_the_other_named(home, node_day):
    marked(home, node_day, by="乔二木", other="absent")

    with pytest.raises(StaleGathering, match="乔二木"):
        marked(home, node_day)

    assert marks_at(node_day, home.branch)[home.other.pk] == "absent"


def test_corrected_it_is_one(home, node_day):
    first = marked(home, node_day)

    marked(home, node_day, seen=first.revision, held_on=date(2018, 7, 30), other="late")

    assert NodeDayObservance.objects.get().held_on == date(2018, 7, 30)
    assert standing_kinds() == ["node_day.held", "node_day.planned"]


def test_not_marked_has_a_reason_and_takes_its_footprint_back(home, node_day):
    first = marked(home, node_day)

    with pytest.raises(RecordingError):
        call_off_observance(node_day, home.branch, reason=" ", seen=first.revision, by="田一禾")
    with pytest.raises(StaleGathering):
        call_off_observance(node_day, home.branch, reason="疫情", seen=0, by="田一禾")
    call_off_observance(node_day, home.branch, reason="疫情", seen=first.revision, by="田一禾")

    assert standing_kinds() == ["node_day.planned"]
    assert NodeDayObservance.objects.get().cancel_reason == "疫情"


@pytest.mark.parametrize("held_on", [AFTER + timedelta(days=1), date(2004, 11, 30), date(218, 8, 1)])
def test_a_day_that_cannot_be_is_refused_at_its_field(home, node_day, held_on):
    home.branch.founded_month = "2004-12"
    home.branch.save()

    with pytest.raises(RecordingError) as refused:
        marked(home, node_day, held_on=held_on)

    assert refused.value.field == "held_on"


def test_a_stranger_or_an_unknown_mark_is_refused(home, node_day):
    for marks in ({9999: "present"}, {home.other.pk: "asleep"}):
        with pytest.raises(ZujiError, match="名单已有变动"):
            observe(node_day, home.branch, marking=Marking(DAY, "", marks), seen=0, today=AFTER, by="x")


# Theme activities


@pytest.fixture
def activity(home):
    said = {"name": "主题演讲", "held_on": DAY, "organiser": "市委会", "venue": ""}
    assert plan_activity(home.city, **said).record == plan_activity(home.city, **said).record
    return ThemeActivity.objects.get()


def attended(home, activity, *, seen="", on=AFTER, **marks):
    return attend_activity(activity, home.branch, marks=everybody(home, **marks), seen=seen, today=on)


def test_a_planned_activity_leaves_nothing_until_somebody_came(home, activity):
    assert standing_kinds() == []

    attended(home, activity, other="absent")

    assert standing_kinds() == ["activity.attended"] * 3 + ["activity.held"]
    assert list(differences()) == []


def test_two_lists_that_differ_do_not_overwrite_each_other(home, activity):
    attended(home, activity, other="absent")
    attended(home, activity, other="absent")

    with pytest.raises(StaleGathering):
        attended(home, activity)

    attended(home, activity, seen=marks_signature(marks_at(activity, home.branch)))
    assert marks_at(activity, home.branch)[home.other.pk] == "present"


def test_one_to_come_or_called_off_has_no_list(home, activity):
    with pytest.raises(ZujiError, match="尚未举行"):
        attended(home, activity, on=DAY - timedelta(days=1))
    with pytest.raises(RecordingError):
        call_off_activity(activity, reason="")

    call_off_activity(activity, reason="下雨")

    with pytest.raises(ZujiError, match="已经取消"):
        attended(home, activity)


def test_called_off_afterwards_it_is_no_longer_owed(home, activity):
    attended(home, activity)

    call_off_activity(activity, reason="其实没有办成")

    assert standing_kinds() == []


# The pages


@pytest.fixture
def sixty(world):
    for number in range(6, 61):
        member, _is_new = register_member(world.branch, member_no=f"M{number:02}", name=f"会员{number}")
        set_membership(member, world.branch, from_on=date(2015, 1, 1), until_on=None)
    return expected_on(world.branch, DAY)


def page(world, name="observance-edit", event=None):
    event = event or NodeDay.objects.get(code="ND01")
    return reverse(f"activities:{name}", args=[world.branch.pk, event.pk])


def sent(people, **more):
    marks = {f"mark-{member.pk}": "present" for member in people}
    return marks | {"held_on": "2018-08-01", "form": "参观", "seen": "1"} | more


def test_sixty_people_load_light_and_save_in_few_queries(world, client, sixty, django_assert_max_num_queries):
    client.force_login(world.users.officer)
    NodeDayObservance.objects.update(revision=1)

    shown = client.get(page(world))
    with django_assert_max_num_queries(15 + OF_THE_TEST_ITSELF):
        answer = client.post(page(world), sent(sixty))

    assert len(shown.content) <= 60_000
    assert answer.status_code == 302
    assert len(marks_at(NodeDay.objects.get(code="ND01"), world.branch)) == 60


def test_after_a_clash_was_told_the_same_page_can_be_saved(world, client):
    client.force_login(world.users.officer)
    people = expected_on(world.branch, DAY)
    data = sent(people, seen="0", **{f"mark-{world.member.pk}": "absent"})
    NodeDayObservance.objects.update(revision=3, changed_by="乔二木")

    clash = client.post(page(world), data)
    again = client.post(page(world), {**data, "seen": clash.context["form"]["seen"].value()})

    assert clash.status_code == 409
    assert f"目前已保存的内容：{world.member} 到场" in clash.content.decode()
    assert again.status_code == 302


@pytest.mark.parametrize(
    ("role", "status"), [("director", 200), ("officer", 200), ("member", 404), ("other_member", 404), ("chair", 404)]
)
def test_only_who_keeps_the_records_marks(world, client, role, status):
    client.force_login(getattr(world.users, role))
    activity = ThemeActivity.objects.get(code="AC01")

    assert client.get(page(world)).status_code == status
    assert client.get(page(world, "observance-cancel")).status_code == status
    assert client.get(page(world, "activity-attendance", activity)).status_code == status


@pytest.mark.parametrize(("role", "status"), [("chair", 302), ("vice_chair", 302), ("director", 404), ("member", 404)])
def test_only_whose_it_is_calls_an_activity_off(world, client, role, status):
    client.force_login(getattr(world.users, role))
    activity = ThemeActivity.objects.get(code="AC01")

    answer = client.post(reverse("activities:activity-cancel", args=[activity.pk]), {"reason": "下雨"})

    assert answer.status_code == status


def test_the_committee_plans_and_the_branch_marks_who_came(world, client):
    client.force_login(world.users.chair)
    said = {"name": "趣味运动会", "held_on": today().isoformat(), "organiser": "市委会"}
    client.post(reverse("activities:activity-list", args=[world.city.pk]), said)
    activity = ThemeActivity.objects.get(name="趣味运动会")

    client.force_login(world.users.officer)
    marks = {f"mark-{member.pk}": "present" for member in expected_on(world.branch, today())}
    answer = client.post(page(world, "activity-attendance", activity), {**marks, "seen": ""}, follow=True)

    assert "趣味运动会" in answer.content.decode()
    assert "已举行" in answer.content.decode()


def test_a_member_plans_nothing(world, client):
    client.force_login(world.users.member)
    said = {"name": "x", "held_on": today().isoformat()}

    assert client.post(reverse("activities:activity-list", args=[world.branch.pk]), said).status_code == 404


def test_a_wrong_day_is_told_and_what_was_typed_is_still_there(world, client):
    client.force_login(world.users.officer)
    people = expected_on(world.branch, DAY)

    answer = client.post(page(world), sent(people, held_on="2199-01-01", form="音乐会"))

    text = answer.content.decode()
    assert "held_on" in answer.context["form"].errors
    assert "音乐会" in text
