"""The report is written, signed off and taken back; a project is closed or called off."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, StaleRecord, lock_record
from zuji.research.actions.steps import note_step, open_project, refuse_future, require, save_project
from zuji.research.models import REPORT_PARTS, ResearchProject, ResearchReport, ResearchReportVersion


@transaction.atomic
def write_report(project: ResearchProject, *, words: Mapping[str, str], seen: int, by: str) -> ResearchReport:
    """Write the report of a project, keeping every version; the same words again change nothing.

    Takes: words by part, and the revision the writer began from, 0 for none.
    Raises RecordingError for an empty report, StaleRecord, ZujiError once it is signed off.
    """
    current = open_project(project)
    report = ResearchReport.objects.filter(project=current).first() or ResearchReport(project=current)
    said = {name: words.get(name, "").strip() for name in REPORT_PARTS}
    if not any(said.values()):
        raise RecordingError("situation", _("Please write a text."))
    if all(getattr(report, name) == text for name, text in said.items()):
        return report
    if report.revision != seen:
        raise StaleRecord(
            _("%(by)s has changed this meanwhile. What you entered is still here: compare both.")
            % {"by": report.changed_by}
        )
    for name, text in said.items():
        setattr(report, name, text)
    report.changed_by = by[:40]
    report.revision += 1
    report.save()
    ResearchReportVersion.objects.create(report=report, revision=report.revision, changed_by=report.changed_by, **said)
    return report


@transaction.atomic
def sign_off(
    project: ResearchProject, *, is_collective: bool, seen: int, on: date, by: str, today: date
) -> ResearchProject:
    """签发: sign the report off; on that day the research counts, for the branch and for who took part.

    Takes: whether it was collective, as the signer confirms, and the revision of the report that the signer read.
    Signing off twice is once. Raises RecordingError for a bad day, StaleRecord, ZujiError without report or people.
    """
    current = lock_record(project)
    if current.report_on and not current.called_off_on:
        return current
    current = open_project(project)
    report = ResearchReport.objects.select_for_update().filter(project=current).first()
    if report is None:
        raise ZujiError(_("Write the report first; without one it is a trip."))
    if report.revision != seen:
        raise StaleRecord(
            _("%(by)s has changed the report meanwhile. Please read it again before signing it off.")
            % {"by": report.changed_by}
        )
    if not current.participations.exists():
        raise ZujiError(_("Say first who took part."))
    refuse_future("on", on, today)
    if current.from_on and on < current.from_on:
        raise RecordingError("on", _("A report cannot be signed off before the research begins."))
    current.report_on, current.is_collective = on, is_collective
    report.signed_by = by[:40]
    report.save()
    note_step(current, "signed_off", on=on, by=by)
    save_project(current, by=by)
    return current


@transaction.atomic
def take_back_sign_off(project: ResearchProject, *, reason: str, on: date, by: str) -> ResearchProject:
    """Take the sign-off back with a reason: what it left in the ledger is reversed, and the report is open again.

    Raises RecordingError without a reason, ZujiError where nothing is signed off or the project is closed.
    """
    current = lock_record(project)
    why = require("reason", reason, _("Please give a reason."))
    if current.report_on is None or current.closed_on:
        raise ZujiError(_("There is no sign-off to take back."))
    current.report_on = None
    ResearchReport.objects.filter(project=current).update(signed_by="")
    note_step(current, "sign_off_taken_back", on=on, by=by, reason=why)
    save_project(current, by=by)
    return current


@transaction.atomic
def close_project(project: ResearchProject, *, on: date, by: str) -> ResearchProject:
    """Close a project whose report was made use of. Raises ZujiError before the report is signed off."""
    current = lock_record(project)
    if current.closed_on:
        return current
    if current.report_on is None:
        raise ZujiError(_("It is closed once its report is signed off."))
    current.closed_on = on
    note_step(current, "closed", on=on, by=by)
    save_project(current, by=by)
    return current


@transaction.atomic
def call_off(project: ResearchProject, *, reason: str, on: date, by: str) -> ResearchProject:
    """Call a project off with a reason; twice is once. Raises RecordingError without one, ZujiError once signed off."""
    current = lock_record(project)
    if current.called_off_on:
        return current
    why = require("reason", reason, _("Please give a reason."))
    current = open_project(project)
    current.called_off_on, current.cancel_reason = on, why[:300]
    note_step(current, "called_off", on=on, by=by, reason=why)
    save_project(current, by=by)
    return current
