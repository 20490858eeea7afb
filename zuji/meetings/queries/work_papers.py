"""Reads of work plans and summaries, and of the meetings at which they may have been reported."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from zuji.meetings.models import WORK_PAPERS, Meeting, WorkPaper
from zuji.organizations.models import Organization


@dataclass(frozen=True)
class PaperSlot:
    """The place of one paper of one year: the paper, or None while nobody has begun it."""

    kind: str
    word: Any
    year: int
    paper: WorkPaper | None


def slots_of(branch: Organization, year: int) -> list[PaperSlot]:
    """Give the plan and the summary of a branch's year, written or not."""
    papers = {kind: model.objects.of(branch).filter(year=year).first() for kind, model in WORK_PAPERS.items()}
    return [PaperSlot(kind, model.word, year, papers[kind]) for kind, model in WORK_PAPERS.items()]


def paper_years(branch: Organization) -> list[int]:
    """Give the years with a plan or a summary."""
    found: set[int] = set()
    for model in WORK_PAPERS.values():
        found |= set(model.objects.of(branch).values_list("year", flat=True))
    return sorted(found)


def meetings_to_report_at(branch: Organization) -> QuerySet[Meeting]:
    """Give the meetings of all members that took place, latest first."""
    return Meeting.objects.of(branch).filter(kind="all_member", status="held").order_by("-held_on", "-pk")


def reported_at(meeting: Meeting) -> list[WorkPaper]:
    """Give the papers that were reported at a meeting."""
    return [paper for model in WORK_PAPERS.values() for paper in model.objects.filter(reported_at_meeting=meeting)]
