"""How research counts: on the day of its report; without one it is a trip and leaves nothing."""

from zuji.footprints.facts import Fact, reference_to
from zuji.research.models import PlenarySpeech, ResearchProject


def footprints_of(project: ResearchProject) -> list[Fact]:
    """Which facts a project amounts to now."""
    if project.report_on is None:
        return []
    own = reference_to(project)
    completed = Fact(
        kind="research.completed" if project.is_collective else "individual_research.completed",
        organization_id=project.organization_id,
        credit="branch",
        about=own,
        happened_on=project.report_on,
    )
    joined = [
        Fact(
            kind="research.joined",
            organization_id=project.organization_id,
            credit="member",
            member_id=participation.member_id,
            about=own,
            happened_on=project.report_on,
        )
        for participation in project.participations.all()
    ]
    return [completed, *joined]


def footprints_of_speech(_speech: PlenarySpeech) -> list[Fact]:
    """A speech leaves none: no duty asks for one, and the proposal or info beside it counts for itself."""
    return []
