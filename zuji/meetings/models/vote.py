"""Votes of a meeting: the question, the numbers, and what follows from them by the rule of the day.

A secret ballot leaves nothing that links a member and a choice; docs/decisions/0006 says how, and what it cannot hide.
"""

from dataclasses import dataclass
from fractions import Fraction

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zuji.meetings.models.meeting import AgendaItem, Meeting
from zuji.organizations.models import Member

METHODS = {
    "show_of_hands": _("show of hands"),
    "paper_ballot": _("vote on paper"),
    "secret_ballot": _("secret ballot on phones"),
}
VOTE_STATES = {"open": _("voting"), "counted": _("counted"), "withdrawn": _("withdrawn")}
MAJORITIES = {"simple": _("simple majority"), "qualified": _("qualified majority")}
BASES = {
    "present": _("those present"),
    "expected": _("those expected"),
    "cast": _("valid votes"),
}


def least_of(number: int, share: str, *, is_exceeded: bool) -> int:
    """Give the smallest whole number that reaches, or exceeds, a share of another; exact, without a float."""
    least = Fraction(share) * number
    needed = -(-least.numerator // least.denominator)
    return needed + 1 if is_exceeded and least.denominator == 1 else needed


@dataclass(frozen=True)
class Tally:
    """The votes on each side. `invalid_count`: papers that say nothing clear."""

    for_count: int
    against_count: int
    abstained_count: int
    invalid_count: int = 0

    @property
    def total(self) -> int:
        """How many votes there are, valid or not."""
        return self.for_count + self.against_count + self.abstained_count + self.invalid_count

    def __str__(self) -> str:
        return f"{self.for_count}/{self.against_count}/{self.abstained_count}/{self.invalid_count}"


class Vote(models.Model):
    """One question put to a meeting.

    `expected_count`, `present_count`, `quorum_count` and the rule are as they were when it was counted, or its ballot
    opened. The outcome follows from them and is not kept. The numbers of an open secret ballot are shown to nobody.
    Deliberately without any time of writing.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="votes")
    agenda_item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, blank=True, related_name="votes")
    question = models.CharField(max_length=200)
    method = models.CharField(max_length=16, choices=list(METHODS.items()))
    majority = models.CharField(max_length=10, choices=list(MAJORITIES.items()))
    state = models.CharField(max_length=10, choices=list(VOTE_STATES.items()))
    share = models.CharField(max_length=8)
    is_exceeded = models.BooleanField()
    base = models.CharField(max_length=10, choices=list(BASES.items()))
    expected_count = models.PositiveSmallIntegerField()
    present_count = models.PositiveSmallIntegerField()
    quorum_count = models.PositiveSmallIntegerField()
    for_count = models.PositiveSmallIntegerField(default=0)
    against_count = models.PositiveSmallIntegerField(default=0)
    abstained_count = models.PositiveSmallIntegerField(default=0)
    invalid_count = models.PositiveSmallIntegerField(default=0)
    withdrawal_reason = models.CharField(max_length=120, blank=True)
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "meeting_vote"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    present_count__gte=F("for_count") + F("against_count") + F("abstained_count") + F("invalid_count")
                ),
                name="meeting_votes_not_above_present",
            ),
            models.UniqueConstraint(
                fields=["meeting", "question"],
                condition=~Q(state="withdrawn"),
                name="meeting_question_voted_once",
            ),
        ]

    def __str__(self) -> str:
        return self.question

    @property
    def is_secret(self) -> bool:
        """Say whether members vote on their own phones, untraceably."""
        return self.method == "secret_ballot"

    @property
    def tally(self) -> Tally:
        """The votes on each side."""
        return Tally(self.for_count, self.against_count, self.abstained_count, self.invalid_count)

    @property
    def unvoted_count(self) -> int:
        """How many were present and did not vote."""
        return self.present_count - self.tally.total

    @property
    def needed_count(self) -> int:
        """How many votes for it carry it."""
        valid = self.for_count + self.against_count + self.abstained_count
        number = {"present": self.present_count, "expected": self.expected_count, "cast": valid}[self.base]
        return max(1, least_of(number, self.share, is_exceeded=self.is_exceeded))

    @property
    def has_quorum(self) -> bool:
        """Say whether enough were present for the meeting to decide."""
        return self.present_count >= self.quorum_count

    @property
    def outcome(self) -> str:
        """Say what follows: carried, not_carried, or void without a quorum; "" while there is nothing to follow."""
        if self.state != "counted":
            return ""
        if not self.has_quorum:
            return "void"
        return "carried" if self.for_count >= self.needed_count else "not_carried"


class BallotRollEntry(models.Model):
    """That a member may vote in an open secret ballot, and whether they have; never how, never when.

    All rows are made at once in the order of the roll when the ballot opens, and removed when it is over.
    """

    vote = models.ForeignKey(Vote, models.CASCADE, related_name="roll")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    has_voted = models.BooleanField(default=False)

    class Meta:
        db_table = "meeting_ballot_roll"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["vote", "member"], name="on_the_ballot_roll_once")]

    def __str__(self) -> str:
        return str(self.vote)


class VoteCorrection(models.Model):
    """The numbers of a vote before somebody corrected them, and why they did."""

    vote = models.ForeignKey(Vote, models.CASCADE, related_name="corrections")
    for_count = models.PositiveSmallIntegerField()
    against_count = models.PositiveSmallIntegerField()
    abstained_count = models.PositiveSmallIntegerField()
    invalid_count = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=120)
    by = models.CharField(max_length=40)
    corrected_on = models.DateField()

    class Meta:
        db_table = "meeting_vote_correction"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.reason
