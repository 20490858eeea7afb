"""Whom to visit, and by when."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from zuji.contacts.models import MemberContact, VisitOccasion
from zuji.organizations.models import Organization

LATELY = 20
"""How many closed ones a page still shows."""


@dataclass(frozen=True)
class VisitLine:
    """What calls for a visit, how many days are left (below zero: past), and the visit, if it took place."""

    occasion: VisitOccasion
    days_left: int
    visit: MemberContact | None = None

    @property
    def days_over(self) -> int:
        """How many days past the last one."""
        return -self.days_left


def open_visits(branch: Organization, *, today: date) -> list[VisitLine]:
    """Give whom to visit, most pressing first."""
    visited = MemberContact.objects.of(branch).filter(occasion__isnull=False).values("occasion_id")
    waiting = _occasions(branch).filter(declined_on__isnull=True).exclude(pk__in=visited).order_by("due_on", "pk")
    return [VisitLine(occasion, (occasion.due_on - today).days) for occasion in waiting]


def closed_occasions(branch: Organization, *, today: date) -> list[VisitLine]:
    """Give the latest that were visited or declined, so that a slip can be taken back."""
    return _closed(_occasions(branch), today)


def own_occasions(branch: Organization, user: Any, *, today: date) -> list[VisitLine]:
    """Give all that is kept of visits to the reader, latest first."""
    return [
        VisitLine(occasion, (occasion.due_on - today).days, visit)
        for occasion, visit in _with_visits(_occasions(branch).filter(member__user=user))
    ]


def _closed(occasions: QuerySet[VisitOccasion], today: date) -> list[VisitLine]:
    lines = [VisitLine(occasion, (occasion.due_on - today).days, visit) for occasion, visit in _with_visits(occasions)]
    return [line for line in lines if line.visit or line.occasion.declined_on][:LATELY]


def _with_visits(occasions: QuerySet[VisitOccasion]) -> list[tuple[VisitOccasion, MemberContact | None]]:
    found = list(occasions.order_by("-learned_on", "-pk"))
    visits = MemberContact.objects.filter(occasion__in=found).select_related("member", "by_member")
    by_occasion = {visit.occasion_id: visit for visit in visits}
    return [(occasion, by_occasion.get(occasion.pk)) for occasion in found]


def _occasions(branch: Organization) -> QuerySet[VisitOccasion]:
    return VisitOccasion.objects.of(branch).select_related("member")
