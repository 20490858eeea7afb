"""Work plans and summaries: written, approved, reported to the members, or a step taken back."""

from datetime import date
from typing import TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import FIRST_YEAR, LAST_YEAR, RecordingError, refuse_absurd
from zuji.meetings.footprints import footprints_of_work_paper
from zuji.meetings.models import Meeting, WorkPaper
from zuji.organizations.models import Organization

Paper = TypeVar("Paper", bound=WorkPaper)


class StalePaper(ZujiError):  # noqa: N818 - what is refused is the stale page
    """Somebody else has written on the paper since the writer's page was opened."""


@transaction.atomic
def write_work_paper(model: type[Paper], branch: Organization, *, year: int, text: str, seen: int, by: str) -> Paper:
    """Write a branch's plan or summary of a year; the same text again changes nothing.

    Takes: the revision that the writer began from, 0 for none. Raises RecordingError for an empty text or a year that
    cannot be meant, StalePaper, and ZujiError once it is approved.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RecordingError(
            "text", _("The year %(year)s cannot be meant; it should be from 1945 to 2100.") % {"year": year}
        )
    if not text.strip():
        raise RecordingError("text", _("Please write a text."))
    Organization.objects.select_for_update().get(pk=branch.pk)
    paper: Paper | None = model.objects.select_for_update().filter(organization=branch, year=year).first()
    if paper is None:
        paper = model(organization=branch, year=year)
    elif paper.text == text:
        return paper
    if paper.is_approved:
        raise ZujiError(_("This is approved; it is no longer written on."))
    if paper.revision != seen:
        raise StalePaper(
            _("%(by)s has changed this meanwhile. What you entered is still here: compare both.")
            % {"by": paper.written_by}
        )
    paper.text, paper.written_by = text, by
    paper.revision += 1
    paper.save()
    return paper


@transaction.atomic
def approve_work_paper(paper: Paper, *, on: date, by: str) -> Paper:
    """Approve a plan or summary; from then on it is no longer written on. Approving twice changes nothing."""
    current = _locked(paper)
    if not current.is_approved:
        current.approved_on, current.approved_by, current.remark = on, by, ""
        _save(current)
    return current


@transaction.atomic
def report_work_paper(paper: Paper, *, meeting: Meeting | None, reported_on: date | None, today: date) -> Paper:
    """Note that the members were told: at a meeting of all of them that took place, or on a day. Twice is once.

    Raises RecordingError for another meeting, no day, or a day to come; ZujiError before it is approved.
    """
    current = _locked(paper)
    if current.is_reported:
        return current
    if not current.is_approved:
        raise ZujiError(_("It has to be approved first."))
    if meeting is not None:
        is_right = (meeting.organization_id, meeting.kind, meeting.status) == (
            current.organization_id,
            "all_member",
            "held",
        )
        if not is_right:
            raise RecordingError("meeting", _("It is reported at a meeting of all members that took place."))
        reported_on = meeting.held_on
    if reported_on is None:
        raise RecordingError("reported_on", _("Please choose the meeting, or give the day."))
    refuse_absurd(reported_on=reported_on)
    if reported_on > today:
        raise RecordingError("reported_on", _("That day is still to come."))
    current.reported_at_meeting, current.reported_on = meeting, reported_on
    current.remark = ""
    _save(current)
    return current


@transaction.atomic
def take_back_step(paper: Paper, *, reason: str, by: str) -> Paper:
    """Take the last step back, with a reason: a report first, then an approval.

    Raises RecordingError without a reason, ZujiError for a draft.
    """
    current = _locked(paper)
    if not reason.strip():
        raise RecordingError("reason", _("Please give a reason."))
    if current.is_reported:
        current.reported_at_meeting, current.reported_on = None, None
    elif current.is_approved:
        current.approved_by, current.approved_on = "", None
    else:
        raise ZujiError(_("It is a draft; there is nothing to take back."))
    current.remark = _("taken back by %(by)s: %(reason)s") % {"by": by, "reason": reason.strip()[:120]}
    _save(current)
    return current


def _locked(paper: Paper) -> Paper:
    current: Paper = type(paper).objects.select_for_update().get(pk=paper.pk)
    current.organization = paper.organization
    return current


def _save(paper: WorkPaper) -> None:
    paper.revision += 1
    paper.save()
    sync(paper, footprints_of_work_paper(paper))
