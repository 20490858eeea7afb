"""Reads of meetings, one file for each kind."""

from zuji.meetings.queries.meetings import (
    Quorum,
    alike,
    expectation_of,
    expectations_on,
    last_alike,
    meeting_years,
    meetings_of,
    quorum_of,
)
from zuji.meetings.queries.minutes import findable_of

__all__ = [
    "Quorum",
    "alike",
    "expectation_of",
    "expectations_on",
    "findable_of",
    "last_alike",
    "meeting_years",
    "meetings_of",
    "quorum_of",
]
