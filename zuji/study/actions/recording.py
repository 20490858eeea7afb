"""Verbs of study: tasks the committee gives, their completion by a branch, sessions and who came."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.footprints.actions import sync
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd, upsert
from zuji.gatherings.actions.attendance import set_marks
from zuji.organizations.models import Organization
from zuji.study.footprints import footprints_of_completion, footprints_of_session, footprints_of_task
from zuji.study.models import StudySession, StudyTask, StudyTaskCompletion


class SessionFields(TypedDict, total=False):
    """What is said of a session; a field that is not given stays as it is."""

    held_on: date
    kind: str
    topic: str
    issue_id: int | None


@transaction.atomic
def record_task(
    organization: Organization, *, code: str, material: str, issued_on: date, due_on: date
) -> Recorded[StudyTask]:
    """Write a material of the committee's yearly study task.

    Raises ZujiError where it is due before it is issued, or so late that no window reaches it.
    """
    refuse_absurd(issued_on=issued_on, due_on=due_on)
    if due_on < issued_on:
        raise RecordingError("due_on", _("A study task cannot be due before it is issued."))
    if due_on.year > issued_on.year + 2:
        raise RecordingError("due_on", _("A study task cannot be due more than two years after it is issued."))
    fields = {"material": material, "issued_on": issued_on, "due_on": due_on}
    recorded = upsert(StudyTask, {"organization": organization, "code": code}, fields)
    if recorded.is_changed:
        sync(recorded.record, footprints_of_task(recorded.record))
    return recorded


@transaction.atomic
def record_completion(
    organization: Organization, *, task: StudyTask, studied_on: date | None, evidence: str = ""
) -> Recorded[StudyTaskCompletion]:
    """Write when a branch studied a material; late is kept too, it just does not fulfil (C15)."""
    refuse_absurd(studied_on=studied_on)
    fields = {"studied_on": studied_on, "evidence": evidence}
    recorded = upsert(StudyTaskCompletion, {"organization": organization, "task": task}, fields)
    if recorded.is_changed:
        sync(recorded.record, footprints_of_completion(recorded.record))
    return recorded


@transaction.atomic
def record_session(
    organization: Organization,
    *,
    code: str,
    attendance: Mapping[int, str] | None = None,
    **fields: Unpack[SessionFields],
) -> Recorded[StudySession]:
    """Write a study session and, where given, the marks of those named (member id to mark)."""
    refuse_absurd(held_on=fields.get("held_on"))
    recorded = upsert(StudySession, {"organization": organization, "code": code}, {"status": "held", **fields})
    session = recorded.record
    has_new_marks = bool(attendance) and set_marks(session, attendance or {})
    if recorded.is_changed or has_new_marks:
        sync(session, footprints_of_session(session))
    return Recorded(session, recorded.is_new, recorded.is_changed or has_new_marks)


@transaction.atomic
def mark_attendance(session: StudySession, *, marks: Mapping[int, str]) -> bool:
    """Mark who came to a session; members who are not named keep their mark. Says whether any mark changed."""
    is_changed = set_marks(session, marks)
    if is_changed:
        sync(session, footprints_of_session(session))
    return is_changed
