"""一人一案: who has one, who is on the way, who is missing (domain §12-A, B)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse

from zuji.footprints.facts import reference_to
from zuji.institutions.models import Standing
from zuji.institutions.queries.judging import counted_for_members
from zuji.institutions.queries.wording import exclusion_words
from zuji.organizations.models import Member, Organization
from zuji.organizations.policies import ONE_CASE_SCOPES, value_on
from zuji.organizations.queries import owing_on
from zuji.proposals.models import Proposal, ProposalMaterial, ProposalSignature
from zuji.proposals.queries.offices import offices_on

KINDS = frozenset({"proposal.signed", "proposal.written"})
STATE_ORDER = ("missing", "on_the_way", "has", "waived")
Counted = set[tuple[int | None, str]]


@dataclass
class PersonRow:
    """One member's line: where they stand, and what they have or are writing as (title, address).

    `done` is what counts for them, `aside` what was handed over and does not, `begun` what is on the way.
    """

    member: Member
    standing: Standing | None = None
    done: list[tuple[str, str]] = field(default_factory=list)
    aside: list[tuple[str, str]] = field(default_factory=list)
    begun: list[tuple[str, str]] = field(default_factory=list)

    @property
    def why(self) -> str:
        """Why nothing is owed, if so."""
        return exclusion_words(self.standing.exclusion) if self.standing else ""

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


def kinds_asked(standings: list[Standing]) -> set[str]:
    """Say which kinds of a member's case count: those that the clause names, or both where no clause asks."""
    return {kind.kind for kind in standings[0].duty.kinds.all()} & KINDS if standings else set(KINDS)


def person_rows(branch: Organization, year: int, standings: list[Standing], *, user: Any, on: date) -> list[PersonRow]:
    """Give a line for each member who owes a proposal: of the duty, else whom the setting asks; missing first.

    Which signature and which material counts is asked of the judgement, so that the board says what standings say.
    Takes: the duty's standings with their members. Drafts that the reader may not read are told without a title.
    """
    by_member = {standing.member_id: standing for standing in standings}
    if standings:
        members = {standing.member_id: standing.member for standing in standings if standing.member}
    else:
        members = {member.pk: member for member in _asked_on(branch, min(on, date(year, 12, 31)))}
    kinds = kinds_asked(standings)
    rows = {pk: PersonRow(member, by_member.get(pk)) for pk, member in members.items() if member}
    counted = counted_for_members(branch, year, kinds, as_of=on)
    _put_proposals(rows, branch, year, user, counted)
    # where the clause asks for signatures alone, a material handed in is on its way to one
    _put_materials(rows, branch, year, user, counted, is_asked="proposal.written" in kinds)
    return sorted(rows.values(), key=lambda row: (STATE_ORDER.index(row.state), row.member.member_no))


def _asked_on(branch: Organization, on: date) -> Iterable[Member]:
    """Whom the setting asks where no clause does: with a clause, its standings say it."""
    owing = owing_on(branch, on)
    office = ONE_CASE_SCOPES[value_on(branch, "one_case_scope", on)]
    return owing.filter(pk__in=offices_on(on).filter(kind=office).values("member_id")) if office else owing


def _put_proposals(rows: dict[Any, PersonRow], branch: Organization, year: int, user: Any, counted: Counted) -> None:
    begun = Q(submitted_on__isnull=True, created_at__year=year) & ~Q(state="withdrawn")
    of_year = Proposal.objects.of(branch).filter(Q(submitted_on__year=year) | begun).exclude(status="withdrawn")
    readable = set(Proposal.objects.visible_to(user).filter(pk__in=of_year).values_list("pk", flat=True))
    signed = ProposalSignature.objects.filter(proposal__in=of_year).select_related("proposal").order_by("pk")
    for signature in signed:
        proposal, row = signature.proposal, rows.get(signature.member_id)
        if row is not None:
            is_read = proposal.pk in readable
            url = reverse("proposals:proposal-detail", args=[proposal.pk]) if is_read else ""
            counts = (signature.member_id, reference_to(proposal)) in counted
            place = _place(row, counts=counts, is_handed_over=proposal.submitted_on is not None)
            place.append((proposal.title if is_read else "", url))


def _put_materials(
    rows: dict[Any, PersonRow], branch: Organization, year: int, user: Any, counted: Counted, *, is_asked: bool
) -> None:
    kept = Q(handed_on__year=year) | Q(handed_on__isnull=True, created_at__year=year)
    of_year = (
        ProposalMaterial.objects.of(branch)
        .filter(kept)
        .select_related("taken_up_in")
        .prefetch_related("taken_up_in__signatures")
    )
    readable = set(ProposalMaterial.objects.visible_to(user).filter(pk__in=of_year).values_list("pk", flat=True))
    for material in of_year.order_by("pk"):
        row = rows.get(material.member_id)
        if row is not None and not material.counts_as_signature:
            is_read = material.pk in readable
            url = reverse("proposals:material-detail", args=[material.pk]) if is_read else ""
            counts = (material.member_id, reference_to(material)) in counted
            place = _place(row, counts=counts, is_handed_over=is_asked and material.handed_on is not None)
            place.append((material.title if is_read else "", url))


def _place(row: PersonRow, *, counts: bool, is_handed_over: bool) -> list[tuple[str, str]]:
    if counts:
        return row.done
    return row.aside if is_handed_over else row.begun
