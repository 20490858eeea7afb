"""Papers of a matter stay with it however the agenda changes, and a meeting keeps its files."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from zuji.attachments.models import Attachment
from zuji.attachments.queries import attachments_of
from zuji.footprints.facts import reference_to
from zuji.meetings.actions import change_plan, plan_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(world):
    return plan_meeting(
        world.branch, by="田一禾", agenda=["学习", "讨论"], kind="all_member", topic="会", held_on=date(2018, 11, 2)
    ).record


def paper(name="议程.txt"):
    return SimpleUploadedFile(name, "今天的议程".encode())


def add(client, item, **upload):
    return client.post(reverse("meetings:paper-create", args=[item.pk]), {"file": paper(), **upload}, follow=True)


def papers(item):
    reference = reference_to(item)
    return [each.name for each in attachments_of([reference])[reference]]


def test_a_paper_stays_with_its_matter_when_the_agenda_is_put_in_another_order(world, meeting, client):
    client.force_login(world.users.officer)
    item = meeting.agenda.get(title="讨论")
    page = add(client, item)
    meeting.refresh_from_db()

    change_plan(meeting, by="石三川", seen=meeting.revision, agenda=["讨论", "新的", "学习"])

    assert "议程.txt" in page.content.decode()
    assert [each.title for each in meeting.agenda.all()] == ["讨论", "新的", "学习"]
    assert papers(meeting.agenda.get(title="讨论")) == ["议程.txt"]


def test_a_matter_taken_off_takes_its_papers_with_it(world, meeting, client):
    client.force_login(world.users.officer)
    add(client, meeting.agenda.get(title="讨论"))
    meeting.refresh_from_db()

    change_plan(meeting, by="石三川", seen=meeting.revision, agenda=["学习"])

    assert not Attachment.objects.filter(about__startswith="agenda_item:").exists()


def test_the_same_matter_twice_is_one(world, meeting):
    change_plan(meeting, by="石三川", seen=meeting.revision, agenda=["学习", "学习 ", "讨论"])

    assert [each.title for each in meeting.agenda.all()] == ["学习", "讨论"]


@pytest.mark.parametrize(
    ("role", "status"), [("officer", 302), ("director", 302), ("member", 404), ("other_member", 404), ("chair", 404)]
)
def test_only_who_keeps_the_records_adds_a_paper(world, meeting, client, role, status):
    client.force_login(getattr(world.users, role))

    for url in (
        reverse("meetings:paper-create", args=[meeting.agenda.first().pk]),
        reverse("meetings:file-create", args=[meeting.pk]),
        reverse("study:file-create", args=[world.session.pk]),
    ):
        assert client.post(url, {"file": paper()}).status_code == status, url


def test_a_wrong_file_is_told_on_the_page_of_the_meeting(world, meeting, client):
    client.force_login(world.users.officer)

    page = client.post(
        reverse("meetings:file-create", args=[meeting.pk]),
        {"file": SimpleUploadedFile("照片.jpg", b"MZ not a picture")},
        follow=True,
    )

    assert page.redirect_chain[-1][0] == reverse("meetings:meeting-detail", args=[meeting.pk])
    assert "message error" in page.content.decode()
    assert not Attachment.objects.filter(about=reference_to(meeting)).exists()
