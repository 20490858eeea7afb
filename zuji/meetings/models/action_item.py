"""What a meeting gave somebody to do, chased until it is done."""

from datetime import date
from typing import Any, Self

from django.db import models

from zuji.meetings.models.meeting import Meeting
from zuji.organizations.models import Member


class ActionItemQuerySet(models.QuerySet[Any]):
    """Things to be done."""

    def open(self) -> Self:
        """What is neither done nor dropped."""
        return self.filter(done_on__isnull=True, dropped_on__isnull=True)


class ActionItem(models.Model):
    """What a meeting gave somebody to do: open until it is done, or dropped with a reason."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="action_items")
    matter = models.CharField(max_length=160)
    owner = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="action_items")
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    dropped_on = models.DateField(null=True, blank=True)
    drop_reason = models.CharField(max_length=120, blank=True)

    objects = ActionItemQuerySet.as_manager()

    class Meta:
        db_table = "action_item"
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.matter

    @property
    def is_open(self) -> bool:
        """Say whether it is still to be done."""
        return self.done_on is None and self.dropped_on is None

    def is_overdue(self, on: date) -> bool:
        """Say whether it is still open after the day it was due."""
        return self.is_open and self.due_on is not None and self.due_on < on


class ActionItemChange(models.Model):
    """Who had it and until when before it was given to another or another day, and why.

    Approved minutes keep saying what the meeting decided: the first of these.
    """

    item = models.ForeignKey(ActionItem, models.CASCADE, related_name="changes")
    owner = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=120)
    by = models.CharField(max_length=40)
    changed_on = models.DateField()

    class Meta:
        db_table = "action_item_change"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.reason
