"""A file is read by who sees its branch, removed by who keeps the records, and never shown in the site's own name."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from tests.attachments import samples
from tests.site.pages import Page
from zuji.attachments import uploads
from zuji.attachments.forms import AttachmentForm
from zuji.attachments.models import Attachment, AttachmentRemoval
from zuji.attachments.queries import attachments_of, removals_of
from zuji.footprints.facts import reference_to

pytestmark = pytest.mark.django_db

# Who gets what: reading the file, removing it, adding one by the example below.
ANSWERS = """
anonymous        302 302 302
nobody_yet       404 404 404
other_member     404 404 404
member           200 404 404
former_director  200 404 404
officer          200 302 302
deputy           200 302 302
director         200 302 302
vice_chair       200 404 404
chair            200 404 404
operator         200 302 302
"""
ROWS = [(role, *map(int, statuses)) for role, *statuses in map(str.split, ANSWERS.strip().splitlines())]


@pytest.fixture
def kept(world, add):
    Attachment.objects.all().delete()
    AttachmentRemoval.objects.all().delete()
    return add().record


def signed_in(world, role: str) -> Client:
    client = Client()
    if role != "anonymous":
        client.force_login(getattr(world.users, role))
    return client


def file_of(attachment) -> str:
    return reverse("attachments:attachment-detail", args=[attachment.pk])


def removal_of(attachment) -> str:
    return reverse("attachments:removal-create", args=[attachment.pk])


def sheet(content: bytes = b"\xe7\xad\xbe\xe5\x88\xb0", name: str = "签到表.txt") -> dict:
    return {"file": SimpleUploadedFile(name, content)}


@pytest.mark.parametrize(("role", "reading", "removing", "adding"), ROWS)
def test_who_gets_what(world, kept, role, reading, removing, adding):
    client = signed_in(world, role)

    assert client.get(file_of(kept)).status_code == reading
    assert client.post(reverse("meetings:file-create", args=[world.held.pk]), sheet()).status_code == adding
    assert Attachment.objects.count() == (2 if adding == 302 and role != "anonymous" else 1)
    assert client.post(removal_of(kept)).status_code == removing
    assert Attachment.objects.filter(pk=kept.pk).exists() == (removing == 404 or role == "anonymous")


def test_a_file_is_read_whole_and_handed_out_to_be_kept(world, kept):
    answer = signed_in(world, "member").get(file_of(kept))

    assert b"".join(answer.streaming_content) == samples.PDF
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Length"] == str(len(samples.PDF))
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox"


@pytest.mark.parametrize("name", ["议题材料.pdf", "a.pdf", 'a";x=".pdf', "a%0d%0aSet-Cookie.pdf", "总结　（二）.pdf"])
def test_every_browser_is_told_the_name(world, kept, name):
    Attachment.objects.update(name=name)

    said = signed_in(world, "member").get(file_of(kept)).headers["Content-Disposition"]

    kind, plain, full = said.split("; ")
    assert (kind, plain) == ("attachment", f'filename="{kept.pk}.pdf"')
    assert unquote(full.removeprefix("filename*=UTF-8''")) == name
    assert full.isascii()


def test_a_file_that_the_disk_lost_is_told_as_a_page(world, kept):
    Path(kept.file.path).unlink()

    answer = signed_in(world, "member").get(file_of(kept))

    assert answer.status_code == 404
    page = Page(answer.content.decode())
    assert "文件不在这里" in page.text
    assert "“议题材料.pdf”由石三川上传" in page.text


def test_a_file_is_changed_by_nobody_and_removed_by_a_post_only(world, kept):
    client = signed_in(world, "director")

    assert client.post(file_of(kept)).status_code == 405
    assert client.get(removal_of(kept)).status_code == 405
    assert client.get("/attachments/99999999999999999999/").status_code == 404
    assert signed_in(world, "member").head(file_of(kept)).status_code == 200


@pytest.mark.parametrize(
    ("said", "led"),
    [("/meetings/1/", "/meetings/1/"), ("https://evil.example/", "/"), ("//evil.example", "/"), ("", "/")],
)
def test_who_removed_a_file_returns_to_the_page_and_to_no_other_site(world, kept, said, led):
    answer = signed_in(world, "officer").post(removal_of(kept), {"next": said})

    assert answer.url == led
    assert [str(message) for message in get_messages(answer.wsgi_request)] == ["已删除：议题材料.pdf"]
    assert AttachmentRemoval.objects.get().removed_by == "石三川"


# Adding


def add_by_page(world, files: dict, role: str = "officer") -> str:
    """Post a file; gives what the page says afterwards."""
    client = signed_in(world, role)
    answer = client.post(reverse("meetings:file-create", args=[world.held.pk]), files)
    assert answer.url == reverse("meetings:meeting-detail", args=[world.held.pk])
    return Page(client.get(answer.url).content.decode()).text


def test_a_file_is_added_under_the_name_of_who_is_signed_in(world, kept):
    add_by_page(world, sheet())

    added = Attachment.objects.exclude(pk=kept.pk).get()
    assert (added.name, added.added_by, added.about) == ("签到表.txt", "石三川", reference_to(world.held))


def test_the_second_of_two_taps_is_told_that_the_file_is_here(world, kept):
    add_by_page(world, sheet())

    assert "这个文件已经传过了：签到表.txt" in add_by_page(world, sheet())
    assert Attachment.objects.count() == 2


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "这个字段是必填项"),
        (sheet(b""), "空"),
        (sheet(b"<html><script>", "x.html"), "不收这一种文件"),
        (sheet(b"MZ\0", "x.pdf"), "不收这一种文件"),
        (sheet(samples.PDF, "x.png"), "请看看是不是选错了"),
        (sheet(samples.PDF[:9], "x.pdf"), "文件不完整"),
    ],
)
def test_a_bad_file_is_told_in_a_sentence(world, kept, files, sentence):
    assert sentence in add_by_page(world, files)
    assert Attachment.objects.count() == 1


@pytest.mark.parametrize(
    "name", ["../../../evil.txt", "C:\\evil.txt", "evil\u202etxt.txt", "长" * 300 + ".txt", "🎉.txt"]
)
def test_a_wild_name_is_cleaned_on_its_way_in(world, kept, name):
    add_by_page(world, sheet(name=name))

    added = Attachment.objects.exclude(pk=kept.pk).get()
    assert added.name.endswith(".txt")
    assert not set(added.name) & set("/\\\u202e🎉")
    assert len(added.name) <= 80


def test_of_a_huge_file_no_more_than_a_little_reaches_the_disk(world, kept, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_RECEIVED", 3 * 1024 * 1024)
    written = []
    receive = uploads.TemporaryFileUploadHandler.receive_data_chunk
    monkeypatch.setattr(
        uploads.TemporaryFileUploadHandler,
        "receive_data_chunk",
        lambda self, raw_data, start: written.append(len(raw_data)) or receive(self, raw_data, start),
    )

    assert "最大 10 MB" in add_by_page(world, sheet(samples.PDF.ljust(11 * 1024 * 1024), "大.pdf"))
    assert sum(written) <= 3 * 1024 * 1024 + 64 * 1024


# The part of a page


def part(world, *, may_edit: bool) -> Page:
    about = reference_to(world.held)
    given = {
        "attachments": attachments_of([about])[about],
        "removals": removals_of([about])[about],
        "may_edit": may_edit,
        "add_url": reverse("meetings:file-create", args=[world.held.pk]),
        "form": AttachmentForm(about=about),
        "next": "/meetings/1/#files",
        "csrf_token": "t",
    }
    return Page(render_to_string("attachments/parts/list.html", given))


def test_the_part_leads_to_the_file_and_lets_a_member_change_nothing(world, kept):
    page = part(world, may_edit=False)

    assert page.attributes("a") == [{"href": file_of(kept)}]
    assert "议题材料.pdf" in page.text
    assert "石三川" in page.text
    assert page.count("form") == page.count("button") == 0


def test_the_part_lets_who_keeps_the_records_add_and_remove(world, kept, add):
    client = signed_in(world, "officer")
    client.post(removal_of(add(samples.png(), "误传.png").record))

    page = part(world, may_edit=True)

    removal, addition = page.attributes("form")
    assert removal["action"] == removal_of(kept)
    assert addition["action"] == reverse("meetings:file-create", args=[world.held.pk])
    assert addition["enctype"] == "multipart/form-data"
    assert all("data-once" in form for form in (removal, addition))
    assert {"type": "hidden", "name": "next", "value": "/meetings/1/#files"} in page.attributes("input")
    assert "石三川删除了一个文件（PNG 图片）" in page.text
    assert "误传" not in page.text
    assert page.inline == []


def test_several_parts_of_a_page_share_no_name(world):
    ids = {AttachmentForm(about=about)["file"].id_for_label for about in ("agenda_item:1", "agenda_item:2", "")}

    assert ids == {"id_agenda_item-1_file", "id_agenda_item-2_file", "id_file"}


def test_without_files_a_member_sees_no_empty_list(world):
    Attachment.objects.all().delete()
    AttachmentRemoval.objects.all().delete()

    assert part(world, may_edit=False).tags == []


def test_the_field_offers_what_is_kept_and_lets_photos_be_made_smaller():
    (field,) = Page(str(AttachmentForm()["file"])).attributes("input")

    assert "data-shrink" in field
    assert {".pdf", ".docx", ".wps", "image/jpeg"} <= set(field["accept"].split(","))
    assert "heic" not in field["accept"]


def test_a_form_takes_its_file_under_one_name_whatever_it_is_about():
    form = AttachmentForm({}, MultiValueDict({"file": [sheet()["file"]]}), about="agenda_item:1")

    assert form.is_valid()
