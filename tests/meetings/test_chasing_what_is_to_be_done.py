"""What meetings give people to do: chased until it is done, given to another with a reason, or dropped with one."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.meetings import actions
from zuji.meetings.actions.minutes import Assignment
from zuji.meetings.models import ActionItem, Meeting
from zuji.meetings.queries.action_items import items_of, minuted, still_open
from zuji.reports.queries import minutes_paper

pytestmark = pytest.mark.django_db
ROLES = (
    "nobody_yet",
    "other_member",
    "former_director",
    "member",
    "officer",
    "deputy",
    "director",
    "chair",
    "operator",
)
KEEPERS = {"officer", "deputy", "director", "operator"}
ON = date(2018, 2, 5)


@pytest.fixture
def item(world) -> ActionItem:
    """Given to the officer in January, due on 1 February; the minutes are approved."""
    actions.approve_minutes(world.held.minutes, on=date(2018, 1, 22), by="田一禾")
    return world.held.action_items.get()


def given(world, *assignments: Assignment) -> None:
    """Write more into the draft of January."""
    kept = [Assignment(i.matter, i.owner_id, i.due_on) for i in world.held.action_items.all()]
    actions.write_minutes(
        world.held, words={}, assignments=[*kept, *assignments], seen=world.held.revision, by="石三川"
    )


def changed(item: ActionItem, **said) -> ActionItem:
    kept = {"owner_id": item.owner_id, "due_on": item.due_on, "reason": "石三川出差", "on": ON, "by": "田一禾"}
    return actions.change_action_item(item, **kept | said)


# Changing


def test_given_to_another_it_keeps_who_had_it_and_why(world, item):
    changed(item, owner_id=world.member.pk, due_on=date(2018, 3, 1))

    item.refresh_from_db()
    was = item.changes.get()
    assert (item.owner, item.due_on) == (world.member, date(2018, 3, 1))
    assert (was.owner, was.due_on, was.reason, was.by) == (world.officer, date(2018, 2, 1), "石三川出差", "田一禾")
    event = world.held.events.last()
    assert (event.what, event.note) == ("task_changed", "整理会议材料：石三川出差")


def test_approved_minutes_keep_saying_what_the_meeting_decided(world, item):
    before = minutes_paper(world.held.minutes)

    changed(item, owner_id=world.member.pk)
    item.refresh_from_db()
    changed(item, owner_id=world.deputy.pk, due_on=None)

    item.refresh_from_db()
    assert minuted(item) == (world.officer, date(2018, 2, 1))
    assert minutes_paper(world.held.minutes) == before


def test_a_second_tap_changes_nothing(world, item):
    changed(item, owner_id=world.member.pk)
    changed(item, owner_id=world.member.pk)

    assert item.changes.count() == 1


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"due_on": date(2018, 3, 1), "reason": " "}, "reason"),
        ({"due_on": date(2018, 1, 18)}, "due_on"),
        ({"due_on": date(218, 3, 1)}, "due_on"),
    ],
)
def test_what_cannot_be_is_refused_by_field(item, said, field):
    with pytest.raises(RecordingError) as refused:
        changed(item, **said)

    assert refused.value.field == field
    assert item.changes.count() == 0


def test_in_a_draft_it_is_changed_in_the_draft(world):
    with pytest.raises(ZujiError, match="纪要还是草稿"):
        changed(world.held.action_items.get(), owner_id=world.member.pk)


# Dropping


def test_dropped_it_keeps_its_reason_and_is_no_longer_open(world, item):
    actions.drop_action_item(item, reason="材料已由市委会统一整理", on=ON, by="田一禾")
    actions.drop_action_item(item, reason="又一次", on=date(2018, 3, 1), by="田一禾")

    item.refresh_from_db()
    assert (item.dropped_on, item.drop_reason, item.is_open) == (ON, "材料已由市委会统一整理", False)
    assert world.held.events.filter(what="task_dropped").count() == 1


def test_nothing_is_dropped_without_a_reason(item):
    with pytest.raises(RecordingError):
        actions.drop_action_item(item, reason="  ", on=ON, by="田一禾")


def test_what_is_done_is_neither_dropped_nor_changed_and_what_is_dropped_not_done(world, item):
    actions.complete_action_item(item, on=ON, by="石三川")

    with pytest.raises(ZujiError, match="已经办结或不再办理"):
        actions.drop_action_item(item, reason="x", on=ON, by="田一禾")
    with pytest.raises(ZujiError, match="已经办结或不再办理"):
        changed(item, owner_id=world.member.pk)
    ActionItem.objects.update(done_on=None, dropped_on=ON)
    with pytest.raises(ZujiError, match="不再办理"):
        actions.complete_action_item(item, on=ON, by="石三川")


def test_writing_the_draft_again_keeps_the_same_things_and_what_was_dropped(world):
    given(world, Assignment("写信息", world.member.pk))
    item = world.held.action_items.get(matter="写信息")
    actions.drop_action_item(item, reason="不写了", on=ON, by="田一禾")

    given(world)

    assert world.held.action_items.get(matter="写信息").dropped_on == ON
    assert world.held.action_items.get(matter="写信息").pk == item.pk


def test_two_alike_of_two_owners_stay_two(world):
    given(world, Assignment("写信息", world.member.pk), Assignment("写信息", world.deputy.pk))
    actions.complete_action_item(world.held.action_items.get(owner=world.deputy), on=ON, by="乔二木")

    given(world)

    done = dict(world.held.action_items.filter(matter="写信息").values_list("owner__name", "done_on"))
    assert done == {"林四维": None, "乔二木": ON}


# Who may do what


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ["action-item-edit", "dropping-create"])
def test_only_who_keeps_the_records_changes_or_drops(world, client, item, role, name):
    client.force_login(getattr(world.users, role))

    answer = client.post(
        reverse(f"meetings:{name}", args=[item.pk]),
        {"owner": world.member.pk, "due_on": "2018-03-01", "reason": "石三川出差"},
    )

    assert answer.status_code == (302 if role in KEEPERS else 404)
    item.refresh_from_db()
    assert ((item.owner, item.dropped_on) != (world.officer, None)) is (role in KEEPERS)


@pytest.mark.parametrize("role", ROLES)
def test_who_has_it_and_who_keeps_the_records_tick_it_off(world, client, item, role):
    ActionItem.objects.update(owner=world.member)
    client.force_login(getattr(world.users, role))

    answer = client.post(reverse("meetings:completion-create", args=[item.pk]))

    may = role in KEEPERS | {"member"}
    assert answer.status_code == (302 if may else 404)
    item.refresh_from_db()
    assert (item.done_on is not None) is may


# The list


def test_the_list_begins_with_what_is_open_and_marks_what_is_overdue(world, client):
    soon, later = today() + timedelta(days=3), today() + timedelta(days=30)
    given(world, Assignment("稍后", None, later), Assignment("不急"), Assignment("快到了", None, soon))
    given(world, Assignment("办完了"), Assignment("不办了"))
    actions.complete_action_item(world.held.action_items.get(matter="办完了"), on=ON, by="x")
    actions.drop_action_item(world.held.action_items.get(matter="不办了"), reason="没必要", on=ON, by="x")
    client.force_login(world.users.member)

    page = client.get(reverse("meetings:action-item-list", args=[world.branch.pk]))

    lines = page.context["lines"]
    assert [line.item.matter for line in lines] == ["整理会议材料", "快到了", "稍后", "不急", "不办了", "办完了"]
    assert [line.is_overdue for line in lines] == [True, False, False, False, False, False]
    text = page.content.decode()
    assert text.count("已逾期") == 1
    assert "没必要" in text
    assert reverse("meetings:action-item-edit", args=[lines[0].item.pk]) not in text


def test_the_list_of_a_branch_shows_no_other_branchs(world):
    assert list(items_of(world.other_branch)) == []


def test_a_branch_without_any_says_so(world, client):
    client.force_login(world.users.other_member)

    page = client.get(reverse("meetings:action-item-list", args=[world.other_branch.pk]))

    assert "没有待办事项" in page.content.decode()


def test_a_long_list_costs_as_few_queries_as_a_short_one(world, client, django_assert_max_num_queries):
    given(world, *(Assignment(f"事项{number}", world.member.pk) for number in range(30)))
    client.force_login(world.users.officer)
    client.get(reverse("meetings:action-item-list", args=[world.branch.pk]))

    with django_assert_max_num_queries(12):
        page = client.get(reverse("meetings:action-item-list", args=[world.branch.pk]))

    assert len(page.content) <= 60_000


def test_what_is_refused_is_said_and_nothing_typed_is_lost(world, client, item):
    client.force_login(world.users.officer)

    answer = client.post(
        reverse("meetings:action-item-edit", args=[item.pk]),
        {"owner": world.member.pk, "due_on": "2018-01-01", "reason": "改到会前"},
    )

    page = answer.content.decode()
    assert "这一天早于会议日期" in page
    assert 'value="改到会前"' in page


# My page and the next meeting


def test_my_page_shows_what_i_have_to_do_and_ticks_it_off_there(world, client):
    client.force_login(world.users.officer)
    before = client.get(reverse("evaluation:me"), {"year": 2018})
    item = world.held.action_items.get()

    answer = client.post(reverse("meetings:completion-create", args=[item.pk]), {"back": "me"})
    after = client.get(reverse("evaluation:me"), {"year": 2018})

    assert [line.item for line in before.context["to_do"]] == [item]
    assert "整理会议材料" in before.content.decode()
    assert answer.url == reverse("evaluation:me")
    assert after.context["to_do"] == []


def test_nobody_elses_page_shows_what_they_have_to_do(world, client):
    client.force_login(world.users.director)

    page = client.get(reverse("evaluation:member-detail", args=[world.officer.pk]), {"year": 2018})

    assert page.context["to_do"] == []
    assert "整理会议材料" not in page.content.decode()


@pytest.mark.parametrize(("back", "name"), [("list", "action-item-list"), ("nonsense", "meeting-detail")])
def test_ticking_off_leads_on_to_where_one_was(world, client, back, name):
    client.force_login(world.users.officer)

    answer = client.post(reverse("meetings:completion-create", args=[world.held.action_items.get().pk]), {"back": back})

    number = world.branch.pk if back == "list" else world.held.pk
    assert answer.url == reverse(f"meetings:{name}", args=[number])


def test_the_next_meeting_begins_with_what_became_of_the_last_ones_decisions(world, client):
    client.force_login(world.users.officer)

    page = client.get(reverse("meetings:meeting-create", args=[world.branch.pk]))

    assert page.context["form"]["agenda"].value().splitlines()[0] == "上次议定事项落实情况"
    assert "整理会议材料 · 石三川" in " ".join(page.content.decode().split())


def test_it_is_asked_once_and_not_where_all_is_done(world, client):
    last = Meeting.objects.get(pk=world.held.pk)
    last.agenda.create(position=1, title="上次议定事项落实情况")
    last.agenda.create(position=2, title="学习")
    client.force_login(world.users.officer)
    address = reverse("meetings:meeting-create", args=[world.branch.pk])

    open_still = client.get(address).context["form"]["agenda"].value()
    actions.complete_action_item(last.action_items.get(), on=ON, by="x")
    all_done = client.get(address).context["form"]["agenda"].value()

    assert open_still.splitlines() == ["上次议定事项落实情况", "学习"]
    assert all_done.splitlines() == ["学习"]
    assert still_open(last) == []
