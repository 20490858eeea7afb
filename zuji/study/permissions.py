"""Who may read and do what beside the sessions."""

from typing import Any

from zuji.gatherings.permissions import can_record
from zuji.study.models import QuizAttempt


def can_read_attempt(user: Any, attempt: QuizAttempt) -> bool:
    """How somebody did at a quiz is read by that member and by those who keep the records, nobody else (domain §3)."""
    return attempt.member.user_id == user.pk or can_record(user, attempt.organization)
