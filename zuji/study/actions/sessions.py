"""A study session is planned, changed, held, and what was done is written down."""

from datetime import date, time
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, free_code
from zuji.gatherings.actions import Roll, hold, locked, note_change, refuse_impossible, refuse_stale
from zuji.organizations.models import Member, Organization
from zuji.study.models import SESSION_KINDS, StudySession
from zuji.study.noun import SESSION


class PlanFields(TypedDict, total=False):
    """What is said of a session before it takes place."""

    held_on: date
    starts_at: time | None
    ends_at: time | None
    venue: str
    link: str
    topic: str
    kind: str
    issue_id: int | None
    chaired_by: Member | None
    lead_speaker: Member | None


@transaction.atomic
def plan_session(branch: Organization, *, by: str, **fields: Unpack[PlanFields]) -> Recorded[StudySession]:
    """Plan a study session. A second plan for the same day, kind and topic is the first one: a double tap is none.

    Raises RecordingError for a day before the branch was founded, an end before the start, a reading without its issue.
    """
    _refuse(branch, fields)
    Organization.objects.select_for_update().get(pk=branch.pk)
    same = {"held_on": fields["held_on"], "kind": fields["kind"], "topic": fields["topic"]}
    there = StudySession.objects.of(branch).filter(**same).exclude(status="cancelled").first()
    if there is not None:
        return Recorded(there)
    session = StudySession.objects.create(
        organization=branch,
        code=free_code(StudySession.objects.of(branch), f"{SESSION.code_stem}{fields['held_on']:%Y%m%d}"),
        status="planned",
        **fields,
    )
    note_change(session, "planned", by=by)
    return Recorded(session, is_new=True, is_changed=True)


def _refuse(branch: Organization, fields: PlanFields) -> None:
    refuse_impossible(
        branch, held_on=fields.get("held_on"), starts_at=fields.get("starts_at"), ends_at=fields.get("ends_at")
    )
    if fields.get("kind") not in SESSION_KINDS:
        raise RecordingError("kind", _("There is no such kind of session."))
    if (fields["kind"] == "journal_reading") != bool(fields.get("issue_id")):
        raise RecordingError("issue", _("A journal reading, and it alone, names the issue that is read."))


@transaction.atomic
def change_session(session: StudySession, *, by: str, seen: int, **fields: Unpack[PlanFields]) -> StudySession:
    """Change a planned session. Raises StaleGathering; a held one is not re-planned."""
    current: StudySession = locked(session, seen=seen)
    if current.status != "planned":
        raise ZujiError(_("Only what is still planned can be changed here."))
    _refuse(current.organization, fields)
    for name, value in fields.items():
        setattr(current, name, value)
    note_change(current, "changed", by=by)
    return current


def hold_session(session: StudySession, *, roll: Roll, seen: int, on: date, by: str) -> StudySession:
    """Note that a session took place and who came; see `gatherings.actions.hold`."""
    held: StudySession = hold(SESSION, session, roll=roll, seen=seen, on=on, by=by)
    return held


@transaction.atomic
def write_record(session: StudySession, *, text: str, seen: int, by: str) -> StudySession:
    """Write down what a session did. Raises StaleGathering; ZujiError for one that did not take place."""
    current: StudySession = locked(session)
    if current.record == text.strip():
        return current
    refuse_stale(current, seen)
    if current.status != "held":
        raise ZujiError(_("Mark first who came; then write down what was done."))
    current.record = text.strip()
    note_change(current, "record", by=by)
    return current
