"""提案: a proposal on paper, in the order that screening bodies ask for (domain §4.2)."""

from dataclasses import dataclass
from datetime import date

from zuji.reports.papers.official import OfficialPaper, one_line
from zuji.reports.papers.official_pdf import OfficialPdf

Official = OfficialPaper | OfficialPdf


@dataclass(frozen=True)
class ProposalPaper:
    """Everything the paper says; what is empty is left out. `submitted_on` None: a draft, unsigned.

    `signed_by` is who proposes: the first proposer, or the organization; `joint` who signed behind.
    """

    organization: str
    subject: str
    form: str
    number: str
    category: str
    signed_by: str
    joint: tuple[str, ...]
    contact: str
    suggested_unit: str
    situation: str
    analysis: str
    suggestions: tuple[str, ...]
    is_public: bool
    wants_consultation: bool
    made_on: date
    submitted_on: date | None


def proposal_docx(paper: ProposalPaper) -> bytes:
    """Write the proposal as a Word file."""
    return _written(OfficialPaper(subject=paper.subject, author=_author(paper), made_on=paper.made_on), paper)


def proposal_pdf(paper: ProposalPaper) -> bytes:
    """Write the proposal as a PDF to print. Raises ZujiError where the machine has no Chinese font."""
    return _written(OfficialPdf(subject=paper.subject, author=_author(paper), made_on=paper.made_on), paper)


def _author(paper: ProposalPaper) -> str:
    return paper.signed_by or paper.organization


def _written(official: Official, paper: ProposalPaper) -> bytes:
    official.title(paper.subject)
    if paper.submitted_on is None:
        official.remark("（草案）")
    official.blank()
    _entries(official, paper)
    _text(official, paper)
    if paper.submitted_on is not None:
        official.sign_off(_author(paper), paper.submitted_on)
    return official.to_bytes()


def _entries(official: Official, paper: ProposalPaper) -> None:
    entries = {
        "案由": paper.subject,
        "编号": paper.number,
        "形式": paper.form,
        "类别": paper.category,
        "提案者": paper.signed_by,
        "联名": "、".join(map(one_line, paper.joint)),
        "联系": paper.contact,
        "建议承办单位": paper.suggested_unit,
        "是否公开": "可以公开" if paper.is_public else "不宜公开",
        "是否愿意面商": "愿意面商" if paper.wants_consultation else "不需要面商",
    }
    for label, text in entries.items():
        if text:
            official.entry(label, text)


def _text(official: Official, paper: ProposalPaper) -> None:
    """Situation, analysis, and the suggestions, each with a number; a part without words has no heading."""
    parts = {"情况": paper.situation, "分析": paper.analysis}
    written = [(heading, text) for heading, text in parts.items() if text.strip()]
    for number, (heading, text) in enumerate(written, start=1):
        official.heading(number, heading)
        official.body(text)
    if paper.suggestions:
        official.heading(len(written) + 1, "建议")
        for number, suggestion in enumerate(paper.suggestions, start=1):
            official.body(f"{number}．{one_line(suggestion)}")
