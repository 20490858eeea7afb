"""What the picture of a chain tells of proposals: from the submission on, each step on its own day, by its body."""

from collections.abc import Iterable

from zuji.derivations.steps import DatedStep
from zuji.proposals.models import Proposal, ProposalEvent
from zuji.proposals.models.words import BEFORE_SUBMISSION, HONOURS, LEVELS, OUTCOMES, STATES


def steps_of(numbers: Iterable[int]) -> dict[int, list[DatedStep]]:
    """Give the steps of proposals by their numbers; none before the submission, none that was corrected."""
    rows = Proposal.objects.filter(pk__in=numbers, submitted_on__isnull=False).prefetch_related("events")
    return {proposal.pk: _steps(proposal) for proposal in rows}


def _steps(proposal: Proposal) -> list[DatedStep]:
    events = [event for event in proposal.events.all() if _stands(proposal, event)]
    if not events:
        return _loaded(proposal)
    return [
        DatedStep(
            event.on, STATES.get(event.what) or HONOURS[event.what], event.body, _level(proposal, event.what),
            event.document_no,
        )
        for event in events
    ]  # fmt: skip


def _stands(proposal: Proposal, event: ProposalEvent) -> bool:
    """Say whether a step still holds: what was decided in its place is a correction."""
    if event.what in HONOURS:
        return bool(event.on == getattr(proposal, f"{event.what}_on"))
    if event.what in (*OUTCOMES, "withdrawn"):
        return bool(event.what == proposal.status and event.on == proposal.decided_on)
    return event.what in STATES and event.what not in BEFORE_SUBMISSION


def _loaded(proposal: Proposal) -> list[DatedStep]:
    """Give the steps of one that was loaded, which has no events."""
    steps = [DatedStep(proposal.submitted_on, STATES["submitted"])]
    if proposal.status != "undecided":
        on = proposal.decided_on or proposal.submitted_on
        steps.append(DatedStep(on, STATES[proposal.status], level=_level(proposal, proposal.status)))
    return steps


def _level(proposal: Proposal, what: str) -> object:
    """Give the level of the body that decides; the other steps have none."""
    return LEVELS.get(proposal.cppcc_level, "") if what in (*OUTCOMES, *HONOURS) else ""
