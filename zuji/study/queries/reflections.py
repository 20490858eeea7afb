"""Reads of reflections: one's own, and those one may read."""

from typing import Any

from django.db.models import QuerySet

from zuji.organizations.models import Organization
from zuji.study.models import StudyReflection


def own_reflections(branch: Organization, user: Any) -> QuerySet[StudyReflection]:
    """Give the reader's own reflections in a branch, drafts first, then the latest."""
    own: QuerySet[StudyReflection] = StudyReflection.objects.of(branch).filter(member__user=user)
    return own.order_by("state", "-handed_in_on", "-pk")


def reflections_of_others(branch: Organization, user: Any) -> QuerySet[StudyReflection]:
    """Give the reflections of others in a branch that the reader may read, the latest first: no count of reads."""
    seen: QuerySet[StudyReflection] = StudyReflection.objects.visible_to(user).of(branch)
    return seen.exclude(member__user=user).select_related("member").order_by("-handed_in_on", "-pk")
