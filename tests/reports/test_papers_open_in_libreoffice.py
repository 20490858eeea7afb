"""The papers open in LibreOffice, on A4, and a page holds 22 lines of 28 characters (GB/T 9704-2012)."""

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.reports.test_minutes_on_paper import MINUTES
from zuji.operations.needs import find_libreoffice
from zuji.reports.papers.minutes import minutes_docx
from zuji.reports.papers.official import OfficialPaper
from zuji.reports.papers.proposal import ProposalPaper, proposal_docx

pytestmark = pytest.mark.journey
A4 = (595.3, 841.9)
"""In points."""


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """Give a paper as LibreOffice turns it into another format."""
    program = find_libreoffice()
    if program is None:
        pytest.fail("LibreOffice is missing. To get it: make system", pytrace=False)
    profile = tmp_path_factory.mktemp("libreoffice")

    def to(paper: bytes, ending: str) -> bytes:
        folder: Path = tmp_path_factory.mktemp("paper")
        (folder / "paper.docx").write_bytes(paper)
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", ending]
        subprocess.run(
            [*command, "--outdir", folder, folder / "paper.docx"], capture_output=True, check=True, timeout=120
        )
        return (folder / f"paper.{ending.partition(':')[0]}").read_bytes()

    return to


def pages(pdf: bytes) -> list[tuple[float, float]]:
    """The sizes of a PDF's pages."""
    found = re.findall(rb"/Type\s*/Page\b.*?/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf, re.DOTALL)
    return [(round(float(width), 1), round(float(height), 1)) for width, height in found]


def test_the_minutes_open_with_every_word_on_a4(converted):
    paper = minutes_docx(MINUTES)

    words = converted(paper, "txt:Text").decode("utf-8-sig")
    sizes = pages(converted(paper, "pdf"))

    assert set(sizes) == {A4}
    assert all(name in words for name in (*MINUTES.present, "高峰", "孙强", "马龘"))
    assert "审议制度修订稿" in words


PROPOSAL = ProposalPaper(
    organization="民进绥化市委会",
    subject="关于规范共享电动车停放的提案",
    form="联名提案",
    number="",
    category="社会",
    signed_by="王秀兰",
    joint=("李建国", "马龘"),
    contact="",
    suggested_unit="市城管局",
    situation="人行道被占。",
    analysis="没有划定停放区。",
    suggestions=("划定停放区", "加强巡查"),
    is_public=True,
    wants_consultation=True,
    made_on=date(2018, 1, 8),
    submitted_on=date(2018, 1, 8),
)


def test_a_proposal_opens_with_every_word_on_a4(converted):
    paper = proposal_docx(PROPOSAL)

    words = converted(paper, "txt:Text").decode("utf-8-sig")

    assert set(pages(converted(paper, "pdf"))) == {A4}
    for said in (
        PROPOSAL.subject,
        "王秀兰",
        "李建国、马龘",
        "市城管局",
        "可以公开",
        "愿意面商",
        "2．加强巡查",
        "2018年1月8日",
    ):
        assert said in words


@pytest.mark.parametrize(("letters", "count"), [(22 * 28 - 2, 1), (22 * 28 - 1, 2)])
def test_a_page_holds_22_lines_of_28_the_first_indented_by_two(converted, letters, count):
    paper = OfficialPaper(subject="满页", author="支部", made_on=date(2018, 1, 1))
    paper.body("汉" * letters)

    assert pages(converted(paper.to_bytes(), "pdf")) == [A4] * count
