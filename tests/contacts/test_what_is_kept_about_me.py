"""A member reads every row about them in contacts and entries, with who wrote it and when; nobody else's."""

from datetime import date

import pytest
from django.apps import apps
from django.urls import reverse

from zuji.contacts.actions import make_contact
from zuji.contacts.queries import kept_about
from zuji.entries.models import EntryForMember
from zuji.organizations.models import Member

pytestmark = pytest.mark.django_db


def models_that_name_a_member():
    """Each model of this app that names a member, by the names of its fields that do; and entries for members."""
    models = [*apps.get_app_config("contacts").get_models(), *apps.get_app_config("entries").get_models()]
    named = {
        model: [f.name for f in model._meta.concrete_fields if f.is_relation and f.related_model is Member]
        for model in models
    }
    return {model: names for model, names in named.items() if names}


def test_every_model_that_names_a_member_is_on_the_page(world):
    """By every field that names them: who was contacted, and who did it."""
    named = models_that_name_a_member()
    assert len(named) >= 5

    for model, names in named.items():
        for name in names:
            for row in model.objects.select_related(name):
                kept = [line for line in kept_about(getattr(row, name)) if line.model is model]

                assert kept, f"{model._meta.label}.{name}"
                assert all(line.written_by and line.written_on for line in kept), model._meta.label


def test_there_are_as_many_lines_as_rows(world):
    made_for = {"by_member": world.deputy, "form": "电话", "today": date(2018, 6, 1)}
    for day in (1, 2, 3):
        make_contact(world.branch, member=world.member, on=date(2018, 5, day), **made_for)

    lines = kept_about(world.member)

    rows = sum(
        model.objects.filter(**{name: world.member}).count()
        for model, names in models_that_name_a_member().items()
        for name in names
    )
    assert len(lines) == rows == 8


def test_the_newest_stands_first(world):
    days = [line.on for line in kept_about(world.member)]

    assert days == sorted(days, reverse=True)


def test_the_page_says_who_wrote_it_and_when(world, client):
    client.force_login(world.users.member)

    page = client.get(reverse("contacts:kept-list")).content.decode()

    assert "田一禾联系林四维" in page
    assert "患病" in page
    assert "希望会议改在周末" in page
    assert "石三川写于2018年3月20日" in page


def test_nobody_reads_another_members(world, client):
    client.force_login(world.users.former_director)

    page = client.get(reverse("contacts:kept-list")).content.decode()

    assert "林四维" not in page
    assert "这里没有留存您的内容" in page


def test_who_is_no_member_has_no_such_page(world, client):
    client.force_login(world.users.nobody_yet)

    assert client.get(reverse("contacts:kept-list")).status_code == 404


def test_every_link_of_it_opens_for_the_member(world, client):
    made = {"by_member": world.member, "member": world.officer, "form": "电话", "today": date(2018, 6, 1)}
    make_contact(world.branch, on=date(2018, 5, 1), **made)
    client.force_login(world.users.member)

    for line in kept_about(world.member):
        assert not line.url or client.get(line.url).status_code == 200, line


def test_my_page_leads_there_and_anothers_does_not(world, client):
    client.force_login(world.users.director)
    kept, entered = reverse("contacts:kept-list"), reverse("entries:own-entries")

    own = client.get(reverse("evaluation:me")).content.decode()
    anothers = client.get(reverse("evaluation:member-detail", args=[world.member.pk])).content.decode()

    assert kept in own
    assert entered in own
    assert kept not in anothers


def test_the_page_asks_no_more_for_more_rows(world, client, django_assert_max_num_queries):
    said = {"by_member": world.deputy, "member": world.member, "form": "电话", "today": date(2018, 6, 1)}
    for day in range(1, 30):
        make_contact(world.branch, on=date(2018, 5, day), by=world.users.officer, ground="phone", **said)
    client.force_login(world.users.deputy)

    with django_assert_max_num_queries(25):
        page = client.get(reverse("contacts:kept-list"))

    assert page.context["page"].paginator.num_pages == 2
    assert EntryForMember.objects.filter(member=world.deputy).count() == 29
