"""Writing a text: what it makes due stands beside it, every mistake is told by line, and nothing typed is ever lost."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from zuji.institutions.actions import draft_version, put_in_force, revise_draft
from zuji.institutions.models import InstitutionVersion

pytestmark = pytest.mark.django_db
TITLE = "支部学习制度"
TEXT = (
    f"# {TITLE}\n\n第一条 每月开会。\n\n```duty study-meeting 每月会员大会\n支部 每月 全体会员学习交流会 ≥ 1 次\n```\n"
)
BROKEN = TEXT.replace("≥ 1 次", "≥ 0 次")
HOSTILE = """# </textarea><script>alert(1)</script>

第一条 <img src=x onerror=alert(2)> [x](javascript:alert(3)) {{ 7|add:7 }}
"""


@pytest.fixture
def draft(world):
    return draft_version(world.branch, code="S1", title=TITLE, text=TEXT)


@pytest.fixture
def editor(world, draft, client):
    """The editor of the draft, opened by the deputy."""
    client.force_login(world.users.deputy)
    return Editor(client, reverse("institutions:version-edit", args=[draft.pk]))


class Editor:
    def __init__(self, client, address):
        self.client, self.address = client, address

    def open(self):
        return self.client.get(self.address)

    def send(self, text, seen=TEXT, **more):
        return send(self.client, self.address, {"text": text, "seen": seen, **more})


def send(client, address, fields):
    """Post as a browser does: nine letters for each Chinese one."""
    return client.post(address, urlencode(fields), content_type="application/x-www-form-urlencoded")


def saved():
    return InstitutionVersion.objects.get(state="draft").text


def told(response):
    return response.content.decode()


# Opening and saving


def test_it_opens_with_the_text_and_what_it_makes_due(editor):
    page = editor.open()

    assert page.context["form"]["text"].value() == TEXT
    assert page.context["form"]["seen"].value() == TEXT
    assert "由此产生 1 项职责" in told(page)


def test_a_save_leads_to_the_version(editor, draft):
    answer = editor.send(TEXT.replace("≥ 1", "≥ 2"))

    assert answer.url == reverse("institutions:version-detail", args=[draft.pk])
    assert "≥ 2 次" in saved()


def test_a_text_with_mistakes_may_be_saved_for_a_draft_binds_nobody(editor):
    editor.send(BROKEN)

    assert saved() == BROKEN


def test_an_empty_text_is_refused_with_a_sentence(editor):
    page = editor.send("")

    assert page.status_code == 200
    assert page.context["form"].errors["text"]
    assert saved() == TEXT


def test_what_the_browser_sends_with_other_line_ends_is_the_same_text(editor):
    editor.send(TEXT.replace("\n", "\r\n"), seen=TEXT.replace("\n", "\r\n"))
    assert saved() == TEXT

    again = editor.send(TEXT.replace("≥ 1", "≥ 3").replace("\n", "\r"), seen=TEXT.replace("\n", "\r\n"))
    assert again.status_code == 302
    assert saved() == TEXT.replace("≥ 1", "≥ 3")


def test_a_draft_of_a_text_with_other_line_ends_can_be_saved(world, client):
    """Such as one that was loaded from a file of another system."""
    foreign = TEXT.replace("\n", "\r\n")
    put_in_force(world.branch, code="S1", title=TITLE, text=foreign, from_on=world.rulebook.from_on)
    draft = draft_version(world.branch, code="S1", title=TITLE, text=foreign)
    client.force_login(world.users.deputy)
    editor = Editor(client, reverse("institutions:version-edit", args=[draft.pk]))

    answer = editor.send(TEXT.replace("≥ 1", "≥ 2"), seen=editor.open().context["form"]["seen"].value())

    assert answer.status_code == 302


# Two who write


def test_a_stale_save_is_refused_and_both_texts_are_shown(editor, draft):
    revise_draft(draft, text=TEXT.replace("每月开会", "每月开一次会"), seen=TEXT)

    page = editor.send(TEXT.replace("每月开会", "每月聚会"))

    assert page.status_code == 409
    assert "其间另有他人保存了这份草案" in told(page)
    assert "每月开一次会" in page.context["theirs"]
    assert "每月聚会" in page.context["form"]["text"].value()
    assert "每月开一次会" in saved()


def test_who_has_seen_both_may_save(editor, draft):
    revise_draft(draft, text=TEXT.replace("每月开会", "每月开一次会"), seen=TEXT)
    page = editor.send(TEXT.replace("每月开会", "每月聚会"))
    form = page.context["form"]

    answer = editor.send(form["text"].value(), seen=form["seen"].value())

    assert answer.status_code == 302
    assert "每月聚会" in saved()


def test_a_text_that_was_put_to_the_vote_meanwhile_is_not_saved(editor, draft):
    InstitutionVersion.objects.filter(pk=draft.pk).update(state="adopted")

    page = editor.send(TEXT.replace("≥ 1", "≥ 2"))

    assert page.status_code == 409
    assert "已不是草案" in told(page)
    assert InstitutionVersion.objects.get(pk=draft.pk).text == TEXT


# The check


def test_while_one_writes_a_part_of_the_page_comes_back(world, client):
    client.force_login(world.users.deputy)

    answer = told(client.post(reverse("institutions:text-check"), {"text": TEXT}))

    assert "由此产生 1 项职责" in answer
    assert "<html" not in answer


def test_every_mistake_is_told_by_its_line(world, client):
    client.force_login(world.users.deputy)

    answer = told(client.post(reverse("institutions:text-check"), {"text": BROKEN.replace("```\n", "")}))

    assert "第6行" in answer
    assert "第5行" in answer


def test_the_check_stores_nothing(world, client, draft):
    client.force_login(world.users.deputy)

    client.post(reverse("institutions:text-check"), {"text": BROKEN})

    assert saved() == TEXT


def test_without_javascript_the_button_checks_and_saves_nothing(editor):
    page = editor.send(BROKEN, check="1")

    assert page.status_code == 200
    assert "第6行" in told(page)
    assert page.context["form"]["text"].value() == BROKEN
    assert page.context["form"]["seen"].value() == TEXT
    assert saved() == TEXT


def test_the_field_says_where_and_when_it_is_checked(editor):
    page = told(editor.open())

    field = re.search(r"<textarea[^>]*>", page)[0]
    assert f'hx-post="{reverse("institutions:text-check")}"' in field
    assert 'hx-target="#check"' in field
    assert 'id="check"' in page


def test_a_check_needs_its_token(world):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.users.deputy)

    assert client.post(reverse("institutions:text-check"), {"text": TEXT}).status_code == 403


# Hostile and heavy


def test_hostile_text_is_shown_as_text(editor, draft, client):
    editor.send(HOSTILE)

    pages = [told(editor.open()), told(editor.send(HOSTILE, seen=HOSTILE, check="1"))]
    pages += [told(client.get(reverse("institutions:version-detail", args=[draft.pk])))]
    pages += [told(client.post(reverse("institutions:text-check"), {"text": HOSTILE}))]

    for page in pages:
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert 'href="javascript' not in page
    assert "&lt;/textarea&gt;&lt;script&gt;" in pages[0]
    assert "{{ 7|add:7 }}" in pages[2]


@pytest.mark.parametrize("sign", ["\x00", "\u202e", "\x1b"])
def test_signs_that_nobody_sees_are_told(editor, sign):
    page = editor.send(TEXT.replace("开会", f"开{sign}会"), check="1")

    assert page.status_code == 200
    assert "看不见的控制字符" in told(page)


@pytest.mark.parametrize("letter", ["a", "学"])
def test_a_text_of_300_000_letters_is_refused_kindly(editor, letter):
    page = editor.send(letter * 300_000)

    assert page.status_code == 200
    assert "文本太长" in told(page)
    assert saved() == TEXT


def test_the_longest_text_there_may_be_is_saved(editor):
    longest = (f"# {TITLE}\n\n第一条 " + "学" * 200_000)[:200_000]
    editor.send(longest)

    answer = editor.send(longest[:-1], seen=longest)

    assert answer.status_code == 302
    assert saved() == longest[:-1]


def test_the_check_of_such_a_text_says_so_too(world, client):
    client.force_login(world.users.deputy)

    answer = send(client, reverse("institutions:text-check"), {"text": "学" * 300_000})

    assert answer.status_code == 200
    assert "文本太长" in told(answer)


# Who may


@pytest.mark.parametrize("role", ["member", "officer", "former_director", "other_member", "vice_chair", "nobody_yet"])
def test_who_may_not_draft_finds_no_editor(world, draft, client, role):
    client.force_login(getattr(world.users, role))
    editor = Editor(client, reverse("institutions:version-edit", args=[draft.pk]))

    assert editor.open().status_code == 404
    assert editor.send("# 别的").status_code == 404
    assert saved() == TEXT


# Steps


def test_the_director_takes_it_to_the_vote_and_in_force(world, draft, client):
    client.force_login(world.users.director)
    address = reverse("institutions:version-event-create", args=[draft.pk])

    client.post(address, {"state": "adopted", "on": "2019-01-05", "by": "支部会员大会"})
    answer = client.post(address, {"state": "in_force", "on": "2019-02-01"}, follow=True)

    version = InstitutionVersion.objects.get(pk=draft.pk)
    assert (version.state, str(version.from_on)) == ("in_force", "2019-02-01")
    assert "2019年2月1日起施行" in told(answer)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"state": "in_force", "on": "2019-01-05"}, "选择一个有效的选项"),
        ({"state": "adopted", "on": "2019-02-30"}, "日期"),
        ({"state": "adopted", "on": ""}, "必填"),
        ({}, "必填"),
    ],
    ids=["not yet", "no such day", "no day", "nothing"],
)
def test_a_step_that_cannot_be_taken_is_answered_with_a_sentence(world, draft, client, asked, sentence):
    client.force_login(world.users.director)

    answer = client.post(reverse("institutions:version-event-create", args=[draft.pk]), asked, follow=True)

    assert sentence in told(answer)
    assert InstitutionVersion.objects.get(pk=draft.pk).state == "draft"


def test_a_text_with_mistakes_is_not_put_to_the_vote(world, draft, client):
    revise_draft(draft, text=BROKEN, seen=TEXT)
    client.force_login(world.users.director)

    answer = client.post(
        reverse("institutions:version-event-create", args=[draft.pk]),
        {"state": "adopted", "on": "2019-01-05"},
        follow=True,
    )

    assert "第6行" in told(answer)


@pytest.mark.parametrize("role", ["deputy", "member", "other_member", "vice_chair"])
def test_who_may_not_adopt_takes_no_step(world, draft, client, role):
    client.force_login(getattr(world.users, role))

    answer = client.post(
        reverse("institutions:version-event-create", args=[draft.pk]), {"state": "adopted", "on": "2019-01-05"}
    )

    assert answer.status_code == 404
    assert InstitutionVersion.objects.get(pk=draft.pk).state == "draft"


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_edge_of_the_calendar_breaks_nothing(world, draft, client, on):
    client.force_login(world.users.director)
    address = reverse("institutions:version-event-create", args=[draft.pk])

    for state in ("adopted", "in_force"):
        assert client.post(address, {"state": state, "on": on}, follow=True).status_code == 200
    board = reverse("institutions:board", args=[world.branch.pk])
    assert client.get(board, {"year": 2018}).status_code == 200
