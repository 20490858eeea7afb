"""The minutes as a PDF: A4, the grid of GB/T 9704-2012, fonts inside, and words that can command nothing."""

import re
from dataclasses import replace
from datetime import date

import pytest
import typst
from django.urls import reverse

from tests.reports.test_minutes_on_paper import MINUTES
from zuji.foundation.errors import ZujiError
from zuji.reports.papers import official_pdf
from zuji.reports.papers.minutes import minutes_pdf
from zuji.reports.papers.official_pdf import OfficialPdf


def page_count(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def full(letters: int) -> bytes:
    paper = OfficialPdf(subject="满页", author="支部", made_on=date(2018, 1, 1))
    paper.body("汉" * letters)
    return paper.to_bytes()


def test_the_page_is_a4_and_the_fonts_are_inside():
    pdf = minutes_pdf(MINUTES)

    assert pdf.startswith(b"%PDF")
    assert re.search(rb"/MediaBox\s*\[0 0 595.2756 841.8898\]", pdf)
    assert b"/FontFile" in pdf


@pytest.mark.parametrize(("letters", "count"), [(22 * 28 - 2, 1), (22 * 28 - 1, 2), (2 * 22 * 28 - 2, 2)])
def test_a_page_holds_22_lines_of_28_the_first_indented_by_two(letters, count):
    assert page_count(full(letters)) == count


def test_the_same_words_give_the_same_bytes():
    assert minutes_pdf(MINUTES) == minutes_pdf(MINUTES)


@pytest.mark.parametrize(
    "words",
    [
        '#panic("x")',
        '"); #read("/etc/passwd")',
        '\\ " $x$ @a <b> `c` // d',
        "*粗* _斜_ = 标题",
        "\u202e倒\u0000着",
    ],
)
def test_words_are_words_whatever_they_say(words):
    agenda = (replace(MINUTES.agenda[0], title=words, text=words, resolution=words),)

    pdf = minutes_pdf(replace(MINUTES, title=words, organization=words, venue=words, agenda=agenda))

    assert page_count(pdf) >= 1


def test_a_machine_without_a_chinese_font_says_so(monkeypatch):
    none = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[])
    monkeypatch.setattr(official_pdf, "_fonts", lambda own: none)

    with pytest.raises(ZujiError, match="Word"):
        minutes_pdf(MINUTES)


@pytest.mark.django_db
def test_without_a_font_the_page_leads_back_to_the_meeting_with_the_sentence(world, client, monkeypatch):
    none = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[])
    monkeypatch.setattr(official_pdf, "_fonts", lambda own: none)
    client.force_login(world.users.member)

    answer = client.get(reverse("reports:minutes-pdf", args=[world.held.pk]), follow=True)

    assert answer.redirect_chain == [(reverse("meetings:meeting-detail", args=[world.held.pk]), 302)]
    assert "message error" in answer.content.decode()
