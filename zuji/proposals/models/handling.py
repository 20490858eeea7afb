"""承办: which unit handles a proposal by when, what it replied, and how content the proposer is."""

from django.db import models

from zuji.proposals.models.proposal import Proposal
from zuji.proposals.models.words import CLASSES, SATISFACTIONS, SCHEMES, UNIT_ROLES


class ProposalAssignment(models.Model):
    """A filed proposal given to a unit. `round` 2 is handling again after the proposer was not satisfied."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="assignments")
    unit = models.CharField(max_length=80)
    role = models.CharField(max_length=12, choices=list(UNIT_ROLES.items()))
    round = models.PositiveSmallIntegerField(default=1)
    assigned_on = models.DateField()
    due_on = models.DateField()
    extended_on = models.DateField(null=True, blank=True)
    contacted_on = models.DateField(null=True, blank=True)
    consulted_on = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "proposal_assignment"
        ordering = ["round", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "unit", "round"], name="proposal_assigned_once_a_round")
        ]

    def __str__(self) -> str:
        return self.unit


class ProposalReply(models.Model):
    """A unit's reply. A letter says nothing without its scheme (§12-N); the proposer's word stands beside."""

    assignment = models.OneToOneField(ProposalAssignment, models.CASCADE, related_name="reply")
    replied_on = models.DateField()
    scheme = models.CharField(max_length=12, choices=list(SCHEMES.items()))
    reply_class = models.CharField(max_length=1, choices=[(letter, letter) for letter in "ABCD"])
    document_no = models.CharField(max_length=60, blank=True)
    text = models.TextField(blank=True)
    feedback_due_on = models.DateField()
    feedback_on = models.DateField(null=True, blank=True)
    process_satisfaction = models.CharField(max_length=12, choices=list(SATISFACTIONS.items()), blank=True)
    result_satisfaction = models.CharField(max_length=12, choices=list(SATISFACTIONS.items()), blank=True)

    class Meta:
        db_table = "proposal_reply"

    def __str__(self) -> str:
        return f"{self.assignment} {self.reply_class}"

    @property
    def class_words(self) -> str:
        """What the letter means in its scheme."""
        return str(CLASSES[self.scheme].get(self.reply_class, ""))
