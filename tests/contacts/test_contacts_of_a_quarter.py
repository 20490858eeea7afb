"""Who has been contacted in a quarter: in two taps, by those in office, read by whom it concerns."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.contacts.actions import make_contact, remove_contact
from zuji.contacts.models import MemberContact
from zuji.contacts.queries import contact_lines, in_office
from zuji.footprints.models import Footprint
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import Quarter, asked_quarter
from zuji.foundation.recording import RecordingError

pytestmark = pytest.mark.django_db
SECOND = Quarter(2018, 2)
ON = date(2018, 5, 4)


def contact(world, **given):
    said = {"by_member": world.director, "member": world.member, "on": ON, "form": "电话", "today": date(2018, 6, 1)}
    return make_contact(world.branch, **(said | given))


def standing_contacts() -> int:
    return Footprint.objects.standing().filter(kind="contact.made", happened_on=ON).count()


def test_a_contact_leaves_one_footprint(world):
    contact(world)

    assert standing_contacts() == 1


def test_a_double_tap_is_one_contact(world):
    contact(world)
    again = contact(world, form="面谈")

    assert not again.is_new
    assert MemberContact.objects.get(on=ON).form == "面谈"
    assert standing_contacts() == 1


def test_a_contact_taken_back_is_reversed_and_gone(world):
    remove_contact(contact(world).record)

    assert standing_contacts() == 0
    assert not MemberContact.objects.filter(on=ON).exists()


def test_a_day_to_come_is_refused(world):
    with pytest.raises(RecordingError):
        contact(world, today=date(2018, 5, 3))


@pytest.mark.parametrize("whom", ["director", "other_member"])
def test_neither_oneself_nor_a_stranger_is_contacted(world, whom):
    with pytest.raises(ZujiError):
        contact(world, member=getattr(world, whom))


def test_those_not_yet_contacted_come_first_and_the_head_is_not_among_them(world):
    contact(world, member=world.deputy)

    lines = contact_lines(world.branch, SECOND, today=date(2018, 6, 1))

    assert [line.member.name for line in lines] == ["石三川", "林四维", "江五洲", "乔二木"]
    assert [c.form for c in lines[-1].contacts] == ["电话"]


def test_the_head_makes_contacts_before_deputies(world):
    assert in_office(world.branch, ON) == [world.director, world.deputy]


@pytest.mark.parametrize("text", ["", "2018", "2018Q5", "x", "99999Q1", "2018Q", "２０１８Q1"])
def test_a_quarter_that_makes_no_sense_is_the_one_of_today(text):
    assert asked_quarter(text, fallback=ON) == SECOND


def test_quarters_follow_each_other_over_the_new_year():
    assert Quarter(2018, 4).next == Quarter(2019, 1)
    assert Quarter(2018, 1).previous == Quarter(2017, 4)
    assert (SECOND.first_on, SECOND.last_on) == (date(2018, 4, 1), date(2018, 6, 30))


# The page


def address(world) -> str:
    return reverse("contacts:contact-list", args=[world.branch.pk])


def test_one_tap_records_a_contact_of_today(world, client):
    client.force_login(world.users.director)
    page = client.get(address(world)).content.decode()
    assert "还有 4 人尚未联系" in page

    client.post(
        address(world),
        {"on": today().isoformat(), "form": "电话", "by_member": world.director.pk, "member": world.member.pk},
    )

    made = MemberContact.objects.get(on=today())
    assert (made.by_member, made.member, made.form) == (world.director, world.member, "电话")
    assert "还有 3 人尚未联系" in client.get(address(world)).content.decode()


def test_bad_input_is_said_in_a_sentence_and_writes_nothing(world, client):
    client.force_login(world.users.director)

    answer = client.post(
        address(world),
        {"on": "2999-01-01", "form": "电话", "by_member": world.director.pk, "member": world.member.pk},
    )

    assert "这一天还没有到" in answer.content.decode()
    assert not MemberContact.objects.filter(on__year__gt=2018).exists()


def test_a_member_reads_what_concerns_the_member_and_nothing_else(world, client):
    contact(world)
    contact(world, member=world.deputy)
    client.force_login(world.users.member)

    page = client.get(address(world) + "?quarter=2018Q2").content.decode()

    assert "田一禾" in page
    assert "5月4日" in page
    assert "乔二木" not in page


def test_a_member_records_and_removes_nothing(world, client):
    made = contact(world).record
    client.force_login(world.users.member)

    assert client.post(address(world), {"member": world.deputy.pk}).status_code == 404
    assert client.post(reverse("contacts:removal-create", args=[made.pk])).status_code == 404
