"""Study sessions as one kind of gathering."""

from zuji.gatherings.noun import GatheringNoun
from zuji.study.footprints import footprints_of_session
from zuji.study.models import StudySession

SESSION = GatheringNoun(
    model=StudySession, facts=footprints_of_session, code_stem="SS", namespace="study", detail="session-detail"
)
