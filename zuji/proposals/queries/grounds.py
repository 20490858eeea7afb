"""Which grounds for not filing an organization has: shipped, from above and its own, the nearest of a code."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from zuji.organizations.models import Organization
from zuji.proposals.models import FilingGround
from zuji.proposals.models.words import GROUNDS_PUBLISHED_ON, SHIPPED_GROUNDS


@dataclass(frozen=True)
class Ground:
    """One ground as it holds for an organization. Without a `row` it is as shipped."""

    code: str
    label: str | Promise
    from_on: date
    until_on: date | None = None
    row: FilingGround | None = None

    def is_in_force(self, on: date) -> bool:
        return self.from_on <= on and (self.until_on is None or on < self.until_on)


def grounds_of(organization: Organization) -> list[Ground]:
    """Give every ground an organization ever had, ended ones too: the shipped ones first, then by their first day."""
    found = {code: Ground(code, label, GROUNDS_PUBLISHED_ON) for code, label in SHIPPED_GROUNDS.items()}
    reaching = FilingGround.objects.filter(organization__descendant_links__descendant=organization)
    # the nearest last: it stands
    for row in reaching.order_by("-organization__descendant_links__depth", "pk").select_related("organization"):
        found[row.code] = Ground(row.code, SHIPPED_GROUNDS.get(row.code, row.label), row.from_on, row.until_on, row)
    shipped = list(SHIPPED_GROUNDS)
    return sorted(
        found.values(),
        key=lambda each: (shipped.index(each.code) if each.code in shipped else len(shipped), each.from_on, each.code),
    )


def grounds_on(organization: Organization, on: date) -> list[Ground]:
    """Give the grounds in force for an organization on a day."""
    return [ground for ground in grounds_of(organization) if ground.is_in_force(on)]


def ground_of(organization: Organization, code: str) -> Ground | None:
    """Find a ground by its code, whether or not it has ended."""
    return next((ground for ground in grounds_of(organization) if ground.code == code), None)
