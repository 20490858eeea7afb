"""Illness, hardship, retirement, a great change: visited within days, and read by nobody whom it does not concern."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from zuji.contacts.actions import (
    decline_visit,
    learn_of_occasion,
    make_visit,
    remove_contact,
    remove_occasion,
    reopen_occasion,
)
from zuji.contacts.models import MemberContact, VisitOccasion
from zuji.contacts.queries import closed_occasions, open_visits, own_occasions
from zuji.entries.models import EntryForMember
from zuji.footprints.models import Footprint
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.organizations.actions import set_policy

pytestmark = pytest.mark.django_db
HEARD = date(2018, 3, 5)
LATER = date(2018, 3, 20)


def learn(world, **given):
    said = {"member": world.deputy, "occasion": "illness", "learned_on": HEARD, "by": "石三川", "today": HEARD}
    return learn_of_occasion(world.branch, **(said | given))


def visit(world, occasion, **given):
    said = {"by_member": world.director, "on": date(2018, 3, 8), "today": LATER}
    return make_visit(occasion, **(said | given))


def standing(kind, occasion):
    return Footprint.objects.standing().filter(kind=kind, about=f"visit_occasion:{occasion.pk}")


# Hearing of it


def test_it_opens_a_window_of_seven_days(world):
    occasion = learn(world).record

    due = standing("visit.due", occasion).get()
    assert (due.happened_on, due.due_on, due.member) == (HEARD, date(2018, 3, 12), world.deputy)


def test_how_many_days_is_a_setting_of_the_branch(world):
    set_policy(world.branch, key="visit_days", value=3, from_on=date(2018, 3, 1))

    assert learn(world).record.due_on == date(2018, 3, 8)


def test_a_double_tap_is_one(world):
    first, again = learn(world), learn(world)

    assert first.record == again.record
    assert not again.is_new
    assert standing("visit.due", first.record).count() == 1


def test_its_name_says_neither_who_nor_why(world):
    occasion, other = learn(world).record, learn(world, occasion="hardship").record

    assert [str(occasion), str(other)] == ["2018-03-05/1", "2018-03-05/2"]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"learned_on": date(2018, 3, 6)}, "这一天还没有到。"),
        ({"learned_on": date(1900, 3, 6)}, "年份 1900 不合情理：应在1945年至2100年之间。"),
        ({"occasion": "gossip"}, "请选择走访事由。"),
    ],
)
def test_bad_input_is_said_in_a_sentence(world, given, sentence):
    with pytest.raises(RecordingError) as refused:
        learn(world, **given)

    assert str(refused.value) == sentence


def test_a_day_before_the_branch_was_founded_is_refused(world):
    world.branch.founded_month = "2018-04"

    with pytest.raises(RecordingError) as refused:
        learn(world)

    assert refused.value.field == "learned_on"


def test_a_stranger_is_not_visited(world):
    with pytest.raises(ZujiError):
        learn(world, member=world.other_member)


# The visit


def test_a_visit_closes_it_and_is_a_contact(world):
    occasion = learn(world).record
    made = visit(world, occasion).record

    assert standing("visit.made", occasion).get().happened_on == date(2018, 3, 8)
    assert Footprint.objects.standing().filter(kind="contact.made", source=f"member_contact:{made.pk}").exists()
    assert occasion not in [line.occasion for line in open_visits(world.branch, today=LATER)]


def test_whoever_taps_again_there_is_one_visit(world):
    occasion = learn(world).record
    visit(world, occasion)
    again = visit(world, occasion, by_member=world.former_director, on=date(2018, 3, 9))

    assert not again.is_new
    assert standing("visit.made", occasion).count() == 1


def test_two_calls_are_answered_one_by_one(world):
    illness, hardship = learn(world).record, learn(world, occasion="hardship").record
    visit(world, illness)

    assert [
        line.occasion for line in open_visits(world.branch, today=HEARD) if line.occasion.member == world.deputy
    ] == [hardship]


def test_a_visit_taken_back_leaves_the_call_open(world):
    occasion = learn(world).record
    remove_contact(visit(world, occasion).record)

    assert not standing("visit.made", occasion).exists()
    assert standing("visit.due", occasion).exists()
    assert occasion in [line.occasion for line in open_visits(world.branch, today=LATER)]


@pytest.mark.parametrize("on", [date(2018, 3, 4), date(2018, 3, 21)])
def test_no_visit_before_it_was_known_or_in_days_to_come(world, on):
    occasion = learn(world).record

    with pytest.raises(RecordingError) as refused:
        visit(world, occasion, on=on)

    assert refused.value.field == "on"


def test_entered_by_another_it_waits_for_the_visitors_word(world):
    made = visit(world, learn(world).record, by=world.users.officer, ground="in_person").record

    assert EntryForMember.objects.get(about=f"member_contact:{made.pk}").member == world.director


# Not wished, and slips


def test_where_no_visit_was_wished_nothing_is_owed_and_nobody_asks_why(world):
    occasion = decline_visit(learn(world).record, on=LATER)

    assert not standing("visit.due", occasion).exists()
    assert occasion in [line.occasion for line in closed_occasions(world.branch, today=LATER)]
    assert not {f.name for f in VisitOccasion._meta.fields} & {"reason", "note", "text"}
    with pytest.raises(ZujiError):
        visit(world, occasion)


def test_declined_twice_the_first_day_stands(world):
    occasion = decline_visit(learn(world).record, on=LATER)

    assert decline_visit(occasion, on=date(2018, 4, 1)).declined_on == LATER


def test_a_slip_is_taken_back(world):
    occasion = reopen_occasion(decline_visit(learn(world).record, on=LATER))

    assert standing("visit.due", occasion).exists()


def test_what_was_entered_by_mistake_is_reversed_and_gone(world):
    occasion = learn(world).record
    number = occasion.pk

    remove_occasion(occasion)

    assert not VisitOccasion.objects.filter(pk=number).exists()
    assert not Footprint.objects.standing().filter(about=f"visit_occasion:{number}").exists()


def test_after_a_visit_neither_declined_nor_removed(world):
    occasion = learn(world).record
    visit(world, occasion)

    for act in (lambda: decline_visit(occasion, on=LATER), lambda: remove_occasion(occasion)):
        with pytest.raises(ZujiError) as refused:
            act()
        assert str(refused.value) == "已经走访过了。"


# The pages


def address(world):
    return reverse("contacts:visit-list", args=[world.branch.pk])


def test_the_most_pressing_stands_first_with_its_days(world):
    learn(world, learned_on=date(2018, 3, 1), occasion="hardship", today=LATER)
    learn(world)

    lines = open_visits(world.branch, today=date(2018, 3, 10))

    assert [(line.occasion.occasion, line.days_left) for line in lines][:2] == [("hardship", -2), ("illness", 2)]
    assert lines[0].days_over == 2


def test_visited_in_two_taps(world, client):
    occasion = learn(world, learned_on=today() - timedelta(days=2), today=today()).record
    client.force_login(world.users.director)
    page = client.get(address(world)).content.decode()
    assert "还有5天" in page

    client.post(address(world), {"on": today().isoformat(), "by_member": world.director.pk, "occasion": occasion.pk})

    made = MemberContact.objects.get(occasion=occasion)
    assert (made.by_member, made.kind, made.form) == (world.director, "visit", "走访")


def test_a_day_before_it_was_known_is_said_on_the_page(world, client):
    occasion = learn(world, learned_on=today(), today=today()).record
    client.force_login(world.users.director)
    yesterday = (today() - timedelta(days=1)).isoformat()

    answer = client.post(address(world), {"on": yesterday, "by_member": world.director.pk, "occasion": occasion.pk})

    assert "这一天早于得知日期。" in answer.content.decode()
    assert not MemberContact.objects.filter(occasion=occasion).exists()


def test_a_call_is_entered_from_its_page(world, client):
    client.force_login(world.users.officer)
    said = {"member": world.deputy.pk, "occasion": "retirement", "learned_on": today().isoformat()}

    client.post(reverse("contacts:occasion-create", args=[world.branch.pk]), said)

    assert VisitOccasion.objects.get(occasion="retirement").entered_by == "石三川"


def test_what_is_wrong_with_a_call_is_said_and_what_was_chosen_stays(world, client):
    client.force_login(world.users.officer)
    said = {"member": world.deputy.pk, "occasion": "retirement", "learned_on": "2099-01-01"}

    answer = client.post(reverse("contacts:occasion-create", args=[world.branch.pk]), said)

    assert "这一天还没有到" in answer.content.decode()
    assert answer.context["form"]["occasion"].value() == "retirement"


def test_buttons_decline_take_back_and_remove(world, client):
    occasion = learn(world).record
    client.force_login(world.users.director)

    client.post(reverse("contacts:decline-create", args=[occasion.pk]))
    assert "不希望走访" in client.get(address(world)).content.decode()
    client.post(reverse("contacts:reopening-create", args=[occasion.pk]))
    assert not VisitOccasion.objects.get(pk=occasion.pk).declined_on
    client.post(reverse("contacts:occasion-removal-create", args=[occasion.pk]))
    assert not VisitOccasion.objects.filter(pk=occasion.pk).exists()


def test_a_visit_is_taken_back_from_its_page(world, client):
    occasion = learn(world).record
    made = visit(world, occasion).record
    client.force_login(world.users.director)

    answer = client.post(reverse("contacts:removal-create", args=[made.pk]))

    assert answer.url == address(world)
    assert not MemberContact.objects.filter(occasion=occasion).exists()


def test_the_member_concerned_reads_it_with_who_wrote_it(world, client):
    occasion = learn(world).record
    client.force_login(world.users.deputy)

    lines = own_occasions(world.branch, world.users.deputy, today=LATER)

    assert [line.occasion for line in lines] == [occasion]
    client.force_login(world.users.member)
    page = client.get(address(world)).content.decode()
    assert "患病" in page
    assert "石三川" in page
    assert "乔二木" not in page


def test_enter_presses_nobodys_button(world, client):
    learn(world)
    client.force_login(world.users.director)

    form = client.get(address(world)).content.decode().partition('<form class="above" method="post"')[2]
    assert form[form.index("<button") :].startswith('<button hidden name="occasion" value=""></button>')


def test_the_list_asks_no_more_for_more_calls(world, client, django_assert_max_num_queries):
    for day in range(1, 20):
        occasion = learn(world, learned_on=date(2018, 3, day), today=LATER).record
        if day % 2:
            visit(world, occasion, on=LATER)
    client.force_login(world.users.director)

    with django_assert_max_num_queries(25):
        client.get(address(world))


# Who does not read it


@pytest.mark.parametrize(
    ("role", "reads"),
    [("officer", True), ("deputy", True), ("member", False), ("former_director", False), ("chair", False)],
)
def test_the_timeline_shows_it_to_the_member_and_who_keeps_the_records_only(world, client, role, reads):
    occasion = learn(world).record
    visit(world, occasion)
    client.force_login(getattr(world.users, role))

    entries = client.get(reverse("footprints:timeline", args=[world.branch.pk]), {"year": 2018}).context["entries"]

    about = {(entry.footprint.kind, entry.footprint.member.name) for entry in entries if entry.footprint.member}
    assert (("visit.due", "乔二木") in about) is reads
    assert (("visit.made", "乔二木") in about) is reads


def test_the_members_page_tells_those_above_nothing_of_it(world, client):
    learn(world, member=world.member)
    client.force_login(world.users.chair)

    page = client.get(reverse("evaluation:member-detail", args=[world.member.pk]), {"year": 2018})

    kinds = {entry.footprint.kind for entry in page.context["year"].recent}
    assert not {kind for kind in kinds if kind.startswith(("visit.", "request."))}


@pytest.mark.parametrize(
    ("role", "status"), [("deputy", 200), ("officer", 200), ("member", 404), ("chair", 404), ("other_member", 404)]
)
def test_the_record_of_a_visit_is_read_as_closely_as_what_called_for_it(world, client, role, status):
    occasion = learn(world).record
    made = visit(world, occasion).record
    client.force_login(getattr(world.users, role))

    for noun, number in (("visit_occasion", occasion.pk), ("member_contact", made.pk)):
        assert client.get(reverse("footprints:record-detail", args=[noun, number])).status_code == status, noun
