"""Who may read and do what beside the sessions."""

from typing import Any

from zuji.gatherings.permissions import can_record
from zuji.organizations.models import Organization
from zuji.organizations.permissions import may
from zuji.study.models import QuizAttempt, StudyReflection


def can_plan(user: Any, organization: Organization) -> bool:
    """The year's plan and tasks are made by those whose post does so, in the branch or its committee."""
    return may(user, "plan_work", organization)


def can_read_attempt(user: Any, attempt: QuizAttempt) -> bool:
    """How somebody did at a quiz is read by that member and by those who keep the records, nobody else (domain §3)."""
    return attempt.member.user_id == user.pk or can_record(user, attempt.organization)


def is_author(user: Any, reflection: StudyReflection) -> bool:
    """A reflection is changed, handed in, withdrawn and given to the journal by its author alone."""
    return reflection.member.user_id is not None and reflection.member.user_id == user.pk
