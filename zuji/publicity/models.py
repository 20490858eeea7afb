"""Issues of a journal and what members hand in to it."""

from django.db import models

from zuji.organizations.models import Member, OwnRecord, SharedRecord


class JournalIssue(SharedRecord):
    """An issue (期) of a committee's journal (会刊); `code` is its number."""

    journal = models.CharField(max_length=40)
    published_on = models.DateField()

    class Meta:
        db_table = "journal_issue"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="journal_issue_no_unique")]

    def __str__(self) -> str:
        return f"{self.journal}{self.code}"


class JournalSubmission(OwnRecord):
    """An article handed in to a journal; `issue_no` stays empty while it is not used.

    Without a member it is the branch's own.
    """

    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="journal_submissions")
    title = models.CharField(max_length=160)
    submitted_on = models.DateField()
    journal = models.CharField(max_length=40, blank=True)
    issue_no = models.CharField(max_length=20, blank=True)

    class Meta:
        db_table = "journal_submission"
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="journal_submission_code_unique")]

    def __str__(self) -> str:
        return self.title
