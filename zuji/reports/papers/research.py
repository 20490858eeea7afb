"""调研报告 and 联系函: what research writes, as official papers."""

from dataclasses import dataclass
from datetime import date

from zuji.reports.papers.official import OfficialPaper, day_of, one_line
from zuji.reports.papers.official_pdf import OfficialPdf

Official = OfficialPaper | OfficialPdf


@dataclass(frozen=True)
class ReportPaper:
    """Everything a research report says; `parts` pairs a heading with its text."""

    organization: str
    title: str
    made_on: date
    from_on: date | None
    to_on: date | None
    people: tuple[str, ...]
    guests: str
    places: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]
    signed_by: str
    signed_on: date | None


@dataclass(frozen=True)
class LetterPaper:
    """Everything a letter to a host unit says."""

    organization: str
    recipient: str
    text: str
    on: date


def report_docx(paper: ReportPaper) -> bytes:
    """Write the report as a Word file."""
    return _report(OfficialPaper(subject=paper.title, author=paper.organization, made_on=paper.made_on), paper)


def report_pdf(paper: ReportPaper) -> bytes:
    """Write the report as a PDF. Raises ZujiError where the machine has no Chinese font."""
    return _report(OfficialPdf(subject=paper.title, author=paper.organization, made_on=paper.made_on), paper)


def letter_docx(paper: LetterPaper) -> bytes:
    """Write the letter as a Word file."""
    return _letter(OfficialPaper(subject="联系函", author=paper.organization, made_on=paper.on), paper)


def letter_pdf(paper: LetterPaper) -> bytes:
    """Write the letter as a PDF. Raises ZujiError where the machine has no Chinese font."""
    return _letter(OfficialPdf(subject="联系函", author=paper.organization, made_on=paper.on), paper)


def _report(official: Official, paper: ReportPaper) -> bytes:
    official.masthead(f"{paper.organization}调研报告")
    official.title(paper.title)
    if paper.signed_on is None:
        official.remark("（草案）")
    official.blank()
    days = "至".join(day_of(on) for on in (paper.from_on, paper.to_on) if on)
    entries = {
        "时间": days,
        "地点": "、".join(map(one_line, paper.places)),
        "参加": "、".join(map(one_line, paper.people)),
        "邀请": paper.guests,
    }
    for label, text in entries.items():
        if text:
            official.entry(label, text)
    for number, (heading, text) in enumerate(paper.parts, start=1):
        official.heading(number, heading)
        official.body(text)
    if paper.signed_on is not None:
        if paper.signed_by:
            official.body(paper.signed_by, label="签发：")
        official.sign_off(paper.organization, paper.signed_on)
    return official.to_bytes()


def _letter(official: Official, paper: LetterPaper) -> bytes:
    official.masthead(paper.organization)
    official.title("联系函")
    official.blank()
    official.entry("致", paper.recipient)
    official.body(paper.text)
    official.sign_off(paper.organization, paper.on)
    return official.to_bytes()
