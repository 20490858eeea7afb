"""How the journal counts: an issue opens a reading window, an article handed in is the branch's."""

from zuji.footprints.facts import Fact, reference_to
from zuji.publicity.models import JournalIssue, JournalSubmission


def footprints_of_issue(issue: JournalIssue) -> list[Fact]:
    """An issue published opens a window for every branch below (C14)."""
    return [
        Fact(
            kind="journal.issued",
            organization_id=issue.organization_id,
            credit="branch",
            about=reference_to(issue),
            happened_on=issue.published_on,
        )
    ]


def footprints_of_submission(submission: JournalSubmission) -> list[Fact]:
    """An article handed in counts for the branch, by a member of the day (C13)."""
    return [
        Fact(
            kind="journal.submitted",
            organization_id=submission.organization_id,
            credit=credit,
            member_id=submission.member_id,
            about=reference_to(submission),
            happened_on=submission.submitted_on,
        )
        for credit in (("branch", "member") if submission.member_id else ("branch",))
    ]
