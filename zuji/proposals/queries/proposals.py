"""Reads of proposals: a branch's year, a proposal's ladder, what waits at a committee's desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from zuji.organizations.models import Organization
from zuji.proposals.models import Proposal, ProposalAssignment, ProposalMaterial
from zuji.proposals.models.words import HONOURS, STATES
from zuji.proposals.queries.grounds import ground_of

LOOKS = {
    **dict.fromkeys(("filed", "numbered", "assigned", "handling", "replied", "feedback", "closed"), "met"),
    "merged": "met",
    **dict.fromkeys(("not_filed", "converted"), "missed"),
    "withdrawn": "not_applicable",
}
"""Which look of a badge a state has; the others are on the way."""
GROUPS = {
    "": Q(),
    "open": Q(submitted_on__isnull=True) & ~Q(state="withdrawn"),
    "undecided": Q(submitted_on__isnull=False, status="undecided"),
    "filed": Q(status="filed"),
    "other": Q(status__in=("not_filed", "converted", "merged")),
    "withdrawn": Q(status="withdrawn"),
}
"""Filters of the list."""


@dataclass(frozen=True)
class Rung:
    """One step of the ladder as it is shown."""

    on: date
    words: Any
    look: str
    body: str
    document_no: str
    reason: str
    by: str

    @property
    def note(self) -> str:
        """Who decided it, by which paper, and why."""
        return " · ".join(part for part in (self.body, self.document_no, self.reason) if part)


@dataclass(frozen=True)
class Overdue:
    """Something in handling whose day has passed; told, never punished."""

    proposal: Proposal
    words: str


def proposals_of(branch: Organization, year: int, user: Any, group: str = "") -> QuerySet[Proposal]:
    """Give what a reader may read of a year: submitted in it, or begun in it and not yet submitted."""
    of_year = Q(submitted_on__year=year) | Q(submitted_on__isnull=True, created_at__year=year)
    rows = Proposal.objects.visible_to(user).of(branch).filter(of_year).filter(GROUPS.get(group, Q()))
    return rows.prefetch_related("signatures__member").order_by("-submitted_on", "-pk").distinct()


def materials_of(branch: Organization, user: Any) -> QuerySet[ProposalMaterial]:
    """Give the materials of a branch that a reader may read, newest first."""
    rows = ProposalMaterial.objects.visible_to(user).of(branch)
    return rows.select_related("member", "taken_up_in").order_by("-pk").distinct()


def proposal_years(branch: Organization) -> set[int]:
    """Give the years in which a branch submitted proposals."""
    return {on.year for on in Proposal.objects.of(branch).dates("submitted_on", "year")}


def look_of(proposal: Proposal) -> str:
    """Give the look of a proposal's badge."""
    return LOOKS.get(proposal.state, "due")


def ladder_of(proposal: Proposal) -> list[Rung]:
    """Give a proposal's steps in order; a loaded one, which has none, its submission and its outcome."""
    rungs = [
        Rung(
            event.on, STATES.get(event.what) or HONOURS.get(event.what, event.what), LOOKS.get(event.what, "due"),
            event.body, event.document_no, event.reason, event.by,
        )
        for event in proposal.events.all()
    ]  # fmt: skip
    if rungs or proposal.submitted_on is None:
        return rungs
    loaded = [Rung(proposal.submitted_on, STATES["submitted"], "due", "", "", "", "")]
    if proposal.status != "undecided":
        on = proposal.decided_on or proposal.submitted_on
        loaded.append(Rung(on, STATES[proposal.status], look_of(proposal), "", "", "", ""))
    return loaded


def ground_words(proposal: Proposal) -> Any:
    """Say on which ground a proposal was not filed."""
    ground = ground_of(proposal.organization, proposal.filing_ground) if proposal.filing_ground else None
    return ground.label if ground else ""


def number_words(proposal: Proposal) -> str:
    """Say a proposal's number as it is written: 五届三次会议 第0123号 in figures."""
    if proposal.number is None:
        return ""
    return _("%(place)s, term %(term)s, session %(session)s, No. %(number)04d") % {
        "place": f"{proposal.place}{proposal.get_cppcc_level_display()}",
        "term": proposal.term_no,
        "session": proposal.session_no,
        "number": proposal.number,
    }


def waiting_at(committee: Organization) -> QuerySet[Proposal]:
    """Give what branches below have handed over and nobody has decided, and what was returned; oldest first."""
    below = Q(organization__ancestor_links__ancestor=committee) & ~Q(organization=committee)
    waiting = Q(state="party_committee_review") | Q(submitted_on__isnull=False, status="undecided")
    rows = Proposal.objects.filter(below & waiting).select_related("organization")
    return rows.prefetch_related("signatures__member").order_by("submitted_on", "pk")


def decided_below(committee: Organization, year: int) -> QuerySet[Proposal]:
    """Give what was decided of a year's proposals below a committee, newest first."""
    below = Q(organization__ancestor_links__ancestor=committee) & ~Q(organization=committee)
    rows = Proposal.objects.filter(below, submitted_on__year=year).exclude(status="undecided")
    return rows.select_related("organization").order_by("-decided_on", "-pk")


def materials_below(committee: Organization) -> QuerySet[ProposalMaterial]:
    """Give the materials handed in below a committee that no proposal was written from."""
    rows = ProposalMaterial.objects.filter(
        organization__ancestor_links__ancestor=committee, handed_on__isnull=False, taken_up_in=None
    )
    return rows.select_related("organization", "member").order_by("handed_on", "pk")


def overdue(assignments: Iterable[ProposalAssignment], today: date) -> list[Overdue]:
    """Say which replies and which feedback are past their day."""
    found = []
    for assignment in assignments:
        reply = getattr(assignment, "reply", None)
        said = {"unit": assignment.unit}
        if reply is None and assignment.due_on < today:
            said["day"] = assignment.due_on.isoformat()
            words = _("%(unit)s has not replied; the reply was due on %(day)s.") % said
            found.append(Overdue(assignment.proposal, words))
        elif reply is not None and reply.feedback_on is None and reply.feedback_due_on < today:
            said["day"] = reply.feedback_due_on.isoformat()
            words = _("Feedback on the reply of %(unit)s was due on %(day)s.") % said
            found.append(Overdue(assignment.proposal, words))
    return found


def handling_of(branch: Organization) -> QuerySet[ProposalAssignment]:
    """Give the assignments of a branch's proposals with their replies."""
    rows = ProposalAssignment.objects.filter(proposal__organization=branch).exclude(proposal__status="withdrawn")
    return rows.select_related("proposal", "reply").order_by("due_on", "pk")
