"""一人一案: who has one, who is on the way, who is missing (domain §12-A, B)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse

from zuji.institutions.models import Standing
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import owing_on
from zuji.proposals.models import Proposal, ProposalMaterial, ProposalSignature

KINDS = ("proposal.signed", "proposal.written")
STATE_ORDER = ("missing", "on_the_way", "has", "waived")


@dataclass
class PersonRow:
    """One member's line: where they stand, and what they have or are writing as (title, address)."""

    member: Member
    standing: Standing | None = None
    done: list[tuple[str, str]] = field(default_factory=list)
    begun: list[tuple[str, str]] = field(default_factory=list)

    @property
    def state(self) -> str:
        """has, on_the_way, missing or waived; a duty's own standing has the last word on who has one."""
        if self.standing is not None and self.standing.exclusion:
            return "waived"
        is_met = self.standing.status in ("met", "made_up") if self.standing else bool(self.done)
        if is_met:
            return "has"
        return "on_the_way" if self.begun or self.done else "missing"


def duty_standings(standings: Iterable[Standing]) -> list[Standing]:
    """Pick the standings of members' proposals: of the first duty that asks for a signature or a material."""
    picked = [
        standing
        for standing in standings
        if standing.member_id is not None and any(kind.kind in KINDS for kind in standing.duty.kinds.all())
    ]
    return [standing for standing in picked if standing.duty.code == picked[0].duty.code]


def person_rows(branch: Organization, year: int, standings: list[Standing], *, user: Any, on: date) -> list[PersonRow]:
    """Give a line for each member who owes a proposal: those of the duty, else all who are not exempt; missing first.

    Takes: the duty's standings with their members. Drafts that the reader may not read are told without a title.
    """
    by_member = {standing.member_id: standing for standing in standings}
    day = min(on, date(year, 12, 31))
    if standings:
        members = {standing.member_id: standing.member for standing in standings if standing.member}
    else:
        members = {member.pk: member for member in owing_on(branch, day)}
    rows = {pk: PersonRow(member, by_member.get(pk)) for pk, member in members.items() if member}
    _put_proposals(rows, branch, year, user)
    _put_materials(rows, branch, year, user)
    return sorted(rows.values(), key=lambda row: (STATE_ORDER.index(row.state), row.member.member_no))


def _put_proposals(rows: dict[Any, PersonRow], branch: Organization, year: int, user: Any) -> None:
    begun = Q(submitted_on__isnull=True, created_at__year=year) & ~Q(state="withdrawn")
    of_year = Proposal.objects.of(branch).filter(Q(submitted_on__year=year) | begun).exclude(status="withdrawn")
    readable = set(Proposal.objects.visible_to(user).filter(pk__in=of_year).values_list("pk", flat=True))
    signed = ProposalSignature.objects.filter(proposal__in=of_year).select_related("proposal").order_by("pk")
    for signature in signed:
        proposal, row = signature.proposal, rows.get(signature.member_id)
        if row is not None:
            place = row.done if proposal.submitted_on else row.begun
            is_read = proposal.pk in readable
            url = reverse("proposals:proposal-detail", args=[proposal.pk]) if is_read else ""
            place.append((proposal.title if is_read else "", url))


def _put_materials(rows: dict[Any, PersonRow], branch: Organization, year: int, user: Any) -> None:
    kept = Q(handed_on__year=year) | Q(handed_on__isnull=True, created_at__year=year)
    of_year = ProposalMaterial.objects.of(branch).filter(kept)
    readable = set(ProposalMaterial.objects.visible_to(user).filter(pk__in=of_year).values_list("pk", flat=True))
    for material in of_year.order_by("pk"):
        row = rows.get(material.member_id)
        if row is not None:
            is_read = material.pk in readable
            url = reverse("proposals:material-detail", args=[material.pk]) if is_read else ""
            counts = material.handed_on is not None and row.standing is None
            (row.done if counts else row.begun).append((material.title if is_read else "", url))
