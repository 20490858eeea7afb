"""A contact, a talk, a visit: what each counts as, and that none has a field for what was said."""

from datetime import date

import pytest
from django import forms
from django.db import models
from django.urls import reverse

from zuji.contacts.actions import make_contact, record_contact, remove_contact
from zuji.contacts.forms import ContactForm, VisitForm
from zuji.contacts.models import MemberContact
from zuji.entries.models import EntryForMember
from zuji.footprints.models import Footprint
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.organizations.actions import set_policy

pytestmark = pytest.mark.django_db
ON = date(2018, 5, 4)


def contact(world, **given):
    said = {"by_member": world.director, "member": world.member, "on": ON, "form": "电话", "today": date(2018, 6, 1)}
    return make_contact(world.branch, **(said | given)).record


def kinds_left(record) -> list[str]:
    left = Footprint.objects.standing().filter(source=f"member_contact:{record.pk}")
    return sorted(left.values_list("kind", flat=True))


# What it counts as


def test_a_talk_is_a_contact_too(world):
    assert kinds_left(contact(world, kind="heart_talk")) == ["contact.made", "talk.held"]


def test_a_contact_is_nothing_more(world):
    assert kinds_left(contact(world)) == ["contact.made"]


def test_a_visit_outside_any_call_is_a_visit_and_a_contact(world):
    assert kinds_left(contact(world, kind="visit", form="走访")) == ["contact.made", "visit.made"]


def test_a_contact_that_turns_out_a_talk_becomes_one(world):
    first, second = contact(world), contact(world, kind="heart_talk", form="面谈")

    assert first == second
    assert kinds_left(second) == ["contact.made", "talk.held"]


def test_a_second_tap_makes_no_less_of_a_talk(world):
    contact(world, kind="heart_talk")
    again = contact(world)

    assert again.kind == "heart_talk"
    assert kinds_left(again) == ["contact.made", "talk.held"]


def test_a_talk_and_a_visit_of_one_day_are_two(world):
    talk = contact(world, kind="heart_talk")
    visit = contact(world, kind="visit", form="走访")

    assert talk != visit
    assert kinds_left(talk) == ["contact.made", "talk.held"]
    assert kinds_left(visit) == ["contact.made", "visit.made"]


def test_each_says_itself_in_a_sentence(world):
    said = [
        str(contact(world, kind=kind, on=date(2018, 5, day)))
        for day, kind in enumerate(("contact", "heart_talk", "visit"), 1)
    ]

    assert said == ["田一禾联系林四维", "田一禾与林四维谈心谈话", "田一禾走访慰问林四维"]


# Never content


def test_no_field_of_a_contact_holds_what_was_said():
    """Choices, names of who wrote and vouched, the record's number, and a topic that a setting must list."""
    texts = {field.name: field for field in MemberContact._meta.concrete_fields if isinstance(field, models.CharField)}
    without_choices = {name for name, field in texts.items() if not field.choices}

    assert not any(isinstance(field, models.TextField | models.JSONField) for field in MemberContact._meta.fields)
    assert without_choices == {"code", "topic", "entered_by", "confirmed_by"}
    assert all(field.max_length <= 40 for field in texts.values())


def test_no_field_of_the_forms_takes_words():
    for form in (ContactForm, VisitForm):
        for name, field in form.base_fields.items():
            assert isinstance(field, forms.ChoiceField | forms.DateField), name


def test_a_form_of_contact_that_nobody_knows_is_refused(world):
    with pytest.raises(RecordingError):
        record_contact(
            world.branch,
            code="X",
            by_member_id=world.director.pk,
            member_id=world.member.pk,
            on=ON,
            form="谈他家里的事",
        )


def test_a_contact_loaded_without_a_form_is_kept(world):
    recorded = record_contact(
        world.branch, code="X", by_member_id=world.director.pk, member_id=world.member.pk, on=ON, form=""
    )

    assert recorded.is_new


# Topics


def test_where_the_branch_keeps_no_topics_there_is_no_field_and_none_is_taken(world, client):
    client.force_login(world.users.director)

    page = client.get(reverse("contacts:contact-list", args=[world.branch.pk])).content.decode()

    assert 'name="topic"' not in page
    with pytest.raises(RecordingError) as refused:
        contact(world, topic="工作")
    assert str(refused.value) == "本支部不记联系事项。"


def test_a_branch_may_keep_categories_from_a_day_on(world, client):
    set_policy(world.branch, key="contact_topics", value=["工作", "生活"], from_on=date(2018, 5, 1))

    assert contact(world, topic="生活").topic == "生活"
    for topic, on in (("健康", ON), ("生活", date(2018, 4, 30))):
        with pytest.raises(RecordingError):
            contact(world, topic=topic, on=on)
    client.force_login(world.users.director)
    assert 'name="topic"' in client.get(reverse("contacts:contact-list", args=[world.branch.pk])).content.decode()


# Entered by another


def entry_of(record):
    return EntryForMember.objects.filter(about=f"member_contact:{record.pk}").first()


def test_entered_by_another_it_waits_for_its_makers_word(world):
    made = contact(world, by=world.users.officer, ground="phone")

    entry = entry_of(made)
    assert (entry.member, entry.entered_by, entry.ground, entry.answer) == (world.director, "石三川", "phone", "")
    assert made.entered_by == "石三川"


def test_without_a_ground_it_is_refused_whole(world):
    with pytest.raises(RecordingError) as refused:
        contact(world, by=world.users.officer)

    assert refused.value.field == "ground"
    assert not MemberContact.objects.filter(on=ON).exists()


def test_entered_by_its_maker_it_waits_for_nobody(world):
    assert entry_of(contact(world, by=world.users.director)) is None


def test_a_double_tap_does_not_ask_again(world):
    made = contact(world, by=world.users.officer, ground="phone")
    EntryForMember.objects.filter(pk=entry_of(made).pk).update(answer="confirmed")

    contact(world, by=world.users.officer, ground="phone")

    assert entry_of(made).answer == "confirmed"


def test_its_makers_own_hand_settles_it(world):
    made = contact(world, by=world.users.officer, ground="phone")

    contact(world, by=world.users.director)

    assert entry_of(made) is None


def test_taken_back_it_waits_for_nobody(world):
    made = contact(world, by=world.users.officer, ground="phone")
    number = made.pk

    remove_contact(made)

    assert not EntryForMember.objects.filter(about=f"member_contact:{number}").exists()


# The page


def address(world):
    return reverse("contacts:contact-list", args=[world.branch.pk])


def said_of(world, **given):
    said = {"on": today().isoformat(), "form": "面谈", "by_member": world.director.pk, "member": world.member.pk}
    return said | given


def test_a_talk_in_two_taps(world, client):
    client.force_login(world.users.director)

    page = client.post(address(world), said_of(world, kind="heart_talk"), follow=True).content.decode()

    assert "田一禾与林四维谈心谈话" in page
    assert MemberContact.objects.get(on=today()).kind == "heart_talk"


def test_who_is_in_office_enters_their_own_and_is_asked_for_no_ground(world, client):
    client.force_login(world.users.deputy)

    page = client.get(address(world)).content.decode()

    assert 'name="ground"' not in page
    assert f'type="hidden" name="by_member" value="{world.deputy.pk}"' in page
    assert client.post(address(world), said_of(world)).status_code == 200, "the head's contact is not the deputy's own"


def test_who_keeps_the_records_enters_several_in_a_row_with_what_was_said_kept(world, client):
    client.force_login(world.users.officer)

    answer = client.post(address(world), said_of(world, by_member=world.deputy.pk, ground="phone"), follow=True)

    form = answer.context["form"]
    assert entry_of(MemberContact.objects.get(on=today())).ground == "phone"
    assert (form["by_member"].value(), form["ground"].value(), form["form"].value()) == (
        str(world.deputy.pk),
        "phone",
        "面谈",
    )


def test_without_a_ground_the_page_says_what_is_missing(world, client):
    client.force_login(world.users.officer)

    answer = client.post(address(world), said_of(world))

    assert "ground" in answer.context["form"].errors
    assert not MemberContact.objects.filter(on=today()).exists()


@pytest.mark.parametrize("kind", ["visit", "gossip"])
def test_a_kind_that_this_page_does_not_offer_is_refused(world, client, kind):
    client.force_login(world.users.director)

    assert "kind" in client.post(address(world), said_of(world, kind=kind)).context["form"].errors


def test_enter_presses_nobodys_button(world, client):
    """A browser presses the first button that is not disabled; that one names nobody, and it is told."""
    client.force_login(world.users.director)
    form = client.get(address(world)).content.decode().partition('<form class="above" method="post"')[2]
    assert form[form.index("<button") :].startswith('<button hidden name="member" value=""></button>')

    answer = client.post(address(world), said_of(world, member=""))

    assert "请点姓名旁的按钮。" in answer.content.decode()
    assert not MemberContact.objects.filter(on=today()).exists()


@pytest.mark.parametrize("day", ["2017-12-31", "1900-01-01"])
def test_a_day_before_the_branch_or_beyond_sense_is_said(world, day):
    world.branch.founded_month = "2018-01"
    with pytest.raises(RecordingError) as refused:
        contact(world, on=date.fromisoformat(day))

    assert refused.value.field == "on"


def test_who_left_is_not_contacted(world):
    with pytest.raises(ZujiError):
        contact(world, member=world.other_member)


def test_the_list_asks_no_more_for_more_contacts(world, client, django_assert_max_num_queries):
    for day in range(1, 20):
        contact(world, on=date(2018, 5, day), member=world.officer)
        contact(world, on=date(2018, 5, day))
    client.force_login(world.users.director)

    with django_assert_max_num_queries(28):
        client.get(address(world) + "?quarter=2018Q2")
