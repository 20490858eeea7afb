"""What the picture of a chain tells of infos: sent where, passed on, and what bodies did, each on its own day."""

from collections.abc import Iterable

from zuji.derivations.steps import DatedStep
from zuji.foundation.clock import local_date
from zuji.infos.models import LEVELS, OUTCOME_KINDS, Info
from zuji.infos.queries.ladder import STEPS

OUTSIDE = ("reported", "returned", "rejected", "withdrawn")
"""Steps outside the branch; how it was written there is the ladder's to tell, what bodies did the outcomes'."""


def steps_of(numbers: Iterable[int]) -> dict[int, list[DatedStep]]:
    """Give the steps of infos by their numbers; none for what is not sent."""
    rows = Info.objects.filter(pk__in=numbers).prefetch_related("events", "outcomes__dispatch")
    return {info.pk: _steps(info) for info in rows if info.is_sent}


def _steps(info: Info) -> list[DatedStep]:
    events = [event for event in info.events.all() if event.what in OUTSIDE]
    steps = [DatedStep(event.on, STEPS[event.what], event.body) for event in events]
    if info.submitted_at is not None and not any(event.what == "reported" for event in events):
        steps.append(DatedStep(local_date(info.submitted_at), STEPS["reported"], info.channel))
    return steps + [
        DatedStep(
            each.on, OUTCOME_KINDS[each.kind], each.who if each.dispatch else each.body, LEVELS[each.level], each.paper
        )
        for each in info.outcomes.all()
    ]
