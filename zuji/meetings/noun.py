"""Meetings as one kind of gathering."""

from zuji.gatherings.noun import GatheringNoun
from zuji.meetings.footprints import footprints_of
from zuji.meetings.models import Meeting

MEETING = GatheringNoun(
    model=Meeting, facts=footprints_of, code_stem="MT", namespace="meetings", detail="meeting-detail"
)
