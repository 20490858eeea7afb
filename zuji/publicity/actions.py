"""Verbs of the journal: issues of a committee, articles handed in by a branch."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from zuji.footprints.actions import sync
from zuji.foundation.recording import Recorded, refuse_absurd, upsert
from zuji.organizations.models import Organization
from zuji.publicity.footprints import footprints_of_issue, footprints_of_submission
from zuji.publicity.models import JournalIssue, JournalSubmission


class SubmissionFields(TypedDict, total=False):
    """What is said of an article handed in; without a member it is the branch's own."""

    member_id: int | None
    title: str
    submitted_on: date
    journal: str
    issue_no: str


@transaction.atomic
def record_issue(organization: Organization, *, code: str, journal: str, published_on: date) -> Recorded[JournalIssue]:
    """Write an issue of a committee's journal; it opens a reading window for every branch below (C14)."""
    refuse_absurd(published_on=published_on)
    fields = {"journal": journal, "published_on": published_on}
    recorded = upsert(JournalIssue, {"organization": organization, "code": code}, fields)
    if recorded.is_changed:
        sync(recorded.record, footprints_of_issue(recorded.record))
    return recorded


@transaction.atomic
def record_submission(
    organization: Organization, *, code: str, **fields: Unpack[SubmissionFields]
) -> Recorded[JournalSubmission]:
    """Write an article handed in to a journal, used or not."""
    refuse_absurd(submitted_on=fields.get("submitted_on"))
    recorded = upsert(JournalSubmission, {"organization": organization, "code": code}, fields)
    if recorded.is_changed:
        sync(recorded.record, footprints_of_submission(recorded.record))
    return recorded
